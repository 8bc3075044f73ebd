using System.Net;
using Portal.Domain.Knowledge;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>Procedures: a page for each, read beside the case.</summary>
public sealed class ProcedurePageTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_manager_writes_previews_saves_retires_and_restores_a_procedure()
    {
        var (boss, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Hana");
        var page = await boss.GetAsync("/office/procedures/edit");
        page = await page.Form("Preview").Fill("Input.Title", "Late checks").Fill("Input.Body", "# Call\n\n**Today**, [here](https://www.ssa.gov).").Fill("Input.Topics", "ssa-missing-payment").SendAsync();
        Assert.Equal("Today", page.Document.QuerySelector("#preview-title ~ div strong")?.TextContent);
        Assert.Contains("H4", page.Document.QuerySelectorAll("#preview-title ~ div .markdown *").Select(e => e.NodeName));
        Assert.Equal("ssa-missing-payment", page.Form("Save")["Input.Topics"]);

        page = (await page.Form("Save").SendAsync()).Is("/office/procedures/");
        Assert.Equal("Late checks", page.Heading);
        Assert.Contains("Procedure saved.", page.Text, StringComparison.Ordinal);
        page = (await page.PressAsync("Yes, retire this procedure")).Is("/office/procedures/");
        Assert.Contains("It no longer shows on cases.", page.Text, StringComparison.Ordinal);
        var retired = page.Path;
        var (worker, _) = await site.StaffAsync(StaffRole.Caseworker, "Jo");
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync(retired)).Status);
        page = await (await boss.GetAsync("/office/procedures")).PressAsync("Restore: Late checks");
        Assert.Contains("It shows on cases again.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Late checks", (await worker.GetAsync(retired)).Heading);
    }

    [Fact]
    public async Task An_error_and_a_colleague_s_save_lose_nothing_that_was_typed()
    {
        var (boss, actor) = await site.StaffAsync(StaffRole.CaseworkManager, "Ida");
        var page = await (await boss.GetAsync("/office/procedures/edit")).Form("Save").Fill("Input.Title", " ").Fill("Input.Body", "Only the text").SendAsync();
        Assert.Equal("Input_Title", Assert.Single(page.Errors).Field);
        Assert.Equal("Only the text", page.Form("Save")["Input.Body"]);
        page = (await page.Form("Save").Fill("Input.Title", "One").SendAsync()).Is("/office/procedures/");
        var id = Guid.Parse(page.Path.Split('/')[^1]);

        var mine = (await boss.GetAsync($"/office/procedures/edit/{id}")).Form("Save").Fill("Input.Body", "Mine");
        await site.WithAsync<SaveProcedure, Outcome>(o => o.ExecuteAsync(new(id, 0, new() { Title = "One", Body = "Theirs" }), actor, default));
        page = await mine.SendAsync();
        Assert.Contains("Theirs", page.Document.QuerySelector("[aria-labelledby=theirs-title]")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine", page.Form("Save")["Input.Body"]);
        page = (await page.Form("Save").SendAsync()).Is($"/office/procedures/{id}");
        Assert.Contains("Mine", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_shows_the_procedures_of_its_topic_and_the_list_finds_them_by_any_word()
    {
        var (boss, actor) = await site.StaffAsync(StaffRole.CaseworkManager, "Kay");
        var reference = (await site.Browser().AskForHelpAsync(new() { Email = "procedure@example.org" })).Reference();
        var topic = (await site.ReadAsync(db => Task.FromResult(db.Set<Portal.Domain.Cases.Case>().Single(c => c.Reference == reference)))).TopicCode!;
        var id = Guid.CreateVersion7();
        await site.WithAsync<SaveProcedure, Outcome>(o => o.ExecuteAsync(new(id, null, new() { Title = "Quokka rules", Body = "## First\n\nAsk the wombat.", Topics = [topic] }), actor, default));
        var page = await boss.GetAsync($"/office/cases/{reference}");
        var panel = page.Document.QuerySelector("[aria-labelledby=procedures-title]")!;
        Assert.Contains("Quokka rules", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal("First", panel.QuerySelectorAll("h3").Single(h => h.TextContent == "First").TextContent);
        Assert.Contains("Quokka rules", (await boss.GetAsync("/office/procedures?q=WOMBAT")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quokka rules", (await boss.GetAsync("/office/procedures?q=wombat+zebra")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Spanish_it_is_read_in_Spanish_and_otherwise_marked_as_English()
    {
        var (boss, actor) = await site.StaffAsync(StaffRole.CaseworkManager, "Luz");
        await boss.GetAsync("/language/es");
        Assert.Equal("Pedirle a USCIS que acelere un caso", (await boss.GetAsync("/office/procedures/0193a001-0000-7000-8000-000000000001")).Heading);
        var id = Guid.CreateVersion7();
        await site.WithAsync<SaveProcedure, Outcome>(o => o.ExecuteAsync(new(id, null, new() { Title = "Only English", Body = "Text" }), actor, default));
        var page = await boss.GetAsync($"/office/procedures/{id}");
        Assert.Equal(("en", "es"), (page.Document.QuerySelector("h1")!.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("lang")));
    }
}
