using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bulk;
using Portal.Domain.Calls;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>Tags, things done to several cases, and calls without a case, on the real pages.</summary>
public sealed class BulkPageTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_manager_adds_a_tag_and_a_caseworker_tags_the_whole_view_and_undoes_it()
    {
        var (manager, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Olga");
        var (maria, _) = await site.StaffAsync(StaffRole.Caseworker, "Maria");
        using var person = site.Browser();
        var one = (await person.AskForHelpAsync(new() { Topic = "irs-refund", Email = "t1@example.org" })).Reference();
        using var other = site.Browser();
        var two = (await other.AskForHelpAsync(new() { Topic = "irs-refund", Email = "t2@example.org" })).Reference();

        var tags = await (await manager.GetAsync(Links.Office.Tags)).Form("Add").Fill("Name", "Flood 2026").SendAsync();
        Assert.Contains("Tag saved.", tags.Text, StringComparison.Ordinal);
        var tag = await site.ReadAsync(db => db.Set<Tag>().SingleAsync());
        Assert.Equal("Choose a tag.", Assert.Single((await (await maria.GetAsync(TagPage(one))).Form("Tag them").SendAsync()).Errors).Sentence);

        var page = await (await maria.GetAsync($"{Links.Office.TagCases}?all=true&back=%2Foffice%2Fqueue%3Fview%3Dnew%26topic%3Dirs-refund")).Form("Tag them").Fill("TagId", tag.Id.ToString()).SendAsync();
        Assert.Contains("Cases tagged: 2.", page.Text, StringComparison.Ordinal);
        var tagged = (await maria.GetAsync($"/office/queue?view=open&tag={tag.Id}")).Text;
        Assert.Contains(one, tagged, StringComparison.Ordinal);
        Assert.Contains(two, tagged, StringComparison.Ordinal);
        Assert.Contains("Flood 2026", (await maria.GetAsync(Links.Office.Case(one))).Text, StringComparison.Ordinal);
        page = await page.Form("Undo").SendAsync();
        Assert.Contains("Undone. Cases put back as they were: 2.", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.ReadAsync(db => db.Set<CaseTag>().CountAsync()));

        page = await (await maria.GetAsync(Links.Office.CasePages(one).Tags)).Form("Save").Fill("Chosen", tag.Id.ToString()).SendAsync();
        Assert.Contains("Tags saved.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_for_several_cases_stays_when_something_is_missing_and_the_page_says_what_came_of_it()
    {
        var (maria, actor) = await site.StaffAsync(StaffRole.Caseworker, "Marta");
        using var person = site.Browser();
        var ready = (await person.AskForHelpAsync(new() { Email = "b1@example.org" })).Reference();
        using var other = site.Browser();
        var fresh = (await other.AskForHelpAsync(new() { Email = "b2@example.org" })).Reference();
        var id = await site.ReadAsync(db => db.Set<Case>().Where(c => c.Reference == ready).Select(c => c.Id).SingleAsync());
        await site.WithAsync<AcceptCase, Outcome>(o => o.ExecuteAsync(new(id, null), actor, default));

        var page = await maria.GetAsync($"{Links.Office.AskCases}?case={ready}&case={fresh}&back=%2Foffice%2Fqueue%3Fview%3Dopen");
        Assert.Contains("Left out: 1. No one has accepted the request.", page.Text, StringComparison.Ordinal);
        page = await page.Form("Ask them").Fill("En", "A copy of the letter").SendAsync();
        Assert.Equal("Choose a date after today.", Assert.Single(page.Errors).Sentence);
        Assert.Contains("A copy of the letter", page.Document.QuerySelector("textarea[name=En]")!.TextContent, StringComparison.Ordinal);
        var due = site.Clock.GetUtcNow().AddDays(10);
        page = await page.Form("Ask them").Fill("DueOn.Month", $"{due.Month}").Fill("DueOn.Day", $"{due.Day}").Fill("DueOn.Year", $"{due.Year}").SendAsync();
        Assert.Contains("Until then, you can undo it.", page.Text, StringComparison.Ordinal);

        site.Clock.Advance(BulkAct.Wait);
        await site.WithAsync<BulkDueJob, int>(job => job.RunAsync(default));
        page = await maria.GetAsync(page.Path);
        Assert.Contains("Done: 1.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No one has accepted the request.", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.ReadAsync(db => db.Set<InformationRequest>().CountAsync(r => r.CaseId == id)));
    }

    [Fact]
    public async Task As_many_cases_as_can_be_done_at_once_fit_in_the_form()
    {
        var (maria, _) = await site.StaffAsync(StaffRole.Caseworker, "Mona");
        var many = string.Join('&', Enumerable.Range(0, PlanBulk.Most).Select(n => $"Kept={Guid.CreateVersion7():N}%2F{n}"));
        using var person = site.Browser();
        var reference = (await person.AskForHelpAsync(new() { Email = "many@example.org" })).Reference();
        var form = (await maria.GetAsync($"{Links.Office.CloseCases}?case={reference}")).Form("Close them");
        form.Fill("Kept", [.. many.Split('&').Select(k => Uri.UnescapeDataString(k[5..]))]);
        var page = await form.Fill("Reason", $"{ClosingReason.InformationGiven}").SendAsync();
        Assert.Equal("We can't do this for any of these cases. The reason is next to each one.", Assert.Single(page.Errors).Sentence);
    }

    [Fact]
    public async Task A_call_without_a_case_becomes_a_case_with_what_was_typed()
    {
        var (maria, _) = await site.StaffAsync(StaffRole.Caseworker, "Mila");
        var page = await (await maria.GetAsync(Links.Office.Calls)).Form("Log the call")
            .Fill("Input.FirstName", "Dolores").Fill("Input.LastName", "Huerta").Fill("Input.Phone", "303-555-0199").Fill("Input.CallBackAt", "2:30 PM").SendAsync();
        Assert.Equal(
            ["Enter the day to call back, or leave the time and the person blank.", "Enter what was said, in 10,000 characters or fewer."], page.Errors.Select(e => e.Sentence).Order(StringComparer.Ordinal));
        Assert.Equal("Dolores", page.Document.QuerySelector("[name='Input.FirstName']")!.GetAttribute("value"));
        page = await page.Form("Log the call").Fill("Input.Body", "Her check never came.").Fill("Input.CallBackAt", "").SendAsync();
        Assert.Contains("Call logged.", page.Text, StringComparison.Ordinal);
        var call = await site.ReadAsync(db => db.Set<OfficeCall>().Select(c => c.Id).SingleAsync());

        page = await maria.GetAsync(Links.Office.NewCaseFrom(call));
        Assert.Equal("Her check never came.", page.Document.QuerySelector("[name='Input.Story']")!.TextContent.Trim());
        page = await page.Form("Create the case").SendAsync();
        Assert.Contains("Case created.", page.Text, StringComparison.Ordinal);
        Assert.Contains("A call logged without a case was filed here.", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.ReadAsync(db => db.Set<OfficeCall>().CountAsync()));
    }

    private static string TagPage(string reference) => $"{Links.Office.TagCases}?case={reference}";
}
