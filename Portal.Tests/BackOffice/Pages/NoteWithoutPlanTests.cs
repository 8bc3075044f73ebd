using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>A note in a case where nothing is planned asks what happens next, and forces nobody to say.</summary>
public sealed class NoteWithoutPlanTests(SiteHost site) : IClassFixture<SiteHost>
{
    private const string Prompt = "section.plan";

    [Fact]
    public async Task After_a_note_one_button_adds_the_next_step_and_the_case_asks_no_more()
    {
        var (worker, reference) = await StartAsync("plan1@example.org");
        var page = await NoteAsync(worker, reference, "Called the agency.");
        Assert.Contains("Note added.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(Prompt));
        Assert.Null((await worker.GetAsync($"/office/cases/{reference}")).Document.QuerySelector(Prompt));

        // Without a description, the task page asks for one and keeps the day.
        var days = page.Document.QuerySelectorAll($"{Prompt} button").Select(b => b.TextContent.Trim()).ToList();
        Assert.Equal(4, days.Count);
        var empty = await page.Form(days[1]).SendAsync();
        Assert.Equal("What", Assert.Single(empty.Errors).Field);
        Assert.NotEqual("", empty.Form("Add")["On.Year"]);

        page = (await page.Form(days[1]).Fill("What", "Ask again").SendAsync()).Is($"/office/cases/{reference}");
        Assert.Contains("Added to the calendar.", page.Text, StringComparison.Ordinal);
        Assert.Null((await NoteAsync(worker, reference, "Another note.")).Document.QuerySelector(Prompt));
    }

    [Fact]
    public async Task A_closed_case_and_one_that_waits_for_the_person_do_not_ask()
    {
        var (worker, reference) = await StartAsync("plan2@example.org");
        await (await worker.GetAsync($"/office/cases/{reference}/ask")).Form().FillBlanks().SendAsync();
        Assert.Null((await NoteAsync(worker, reference, "Asked.")).Document.QuerySelector(Prompt));

        var (second, other) = await StartAsync("plan3@example.org");
        var @case = await CaseAsync(other);
        var (_, boss) = await site.StaffAsync(StaffRole.CaseworkManager, "Planner");
        await site.WithAsync<CloseCase, Outcome>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.InformationGiven, "Done."), boss, default));
        Assert.Null((await NoteAsync(second, other, "For the record.")).Document.QuerySelector(Prompt));
    }

    private async Task<(SiteBrowser Worker, string Reference)> StartAsync(string email)
    {
        var (worker, actor) = await site.StaffAsync(StaffRole.Caseworker, email.Split('@')[0]);
        var person = site.Browser();
        var reference = (await person.AskForHelpAsync(new() { Email = email })).Reference();
        var @case = await CaseAsync(reference);
        await site.WithAsync<AcceptCase, Outcome>(o => o.ExecuteAsync(new(@case.Id, null), actor, default));
        foreach (var release in await site.ReadAsync(db => Task.FromResult(db.Set<Portal.Domain.PrivacyReleases.PrivacyRelease>().Where(r => r.CaseId == @case.Id).ToList())))
            await person.SignAsync("/release/" + release.LinkToken, @case.PersonName);
        return (worker, reference);
    }

    private Task<Case> CaseAsync(string reference) => site.ReadAsync(db => Task.FromResult(db.Set<Case>().Single(c => c.Reference == reference)));

    private static async Task<SitePage> NoteAsync(SiteBrowser worker, string reference, string note) =>
        await (await worker.GetAsync($"/office/cases/{reference}/note")).Form().Fill("Body", note).SendAsync();
}
