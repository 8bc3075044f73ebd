using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>Templates are listed, edited, previewed and published on pages that work without JavaScript and never lose typed text.</summary>
public sealed class TemplatePagesTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task The_list_shows_version_review_and_agencies()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.CaseworkManager, "lists");
        var page = await browser.GetAsync("/office/templates");
        var row = page.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("immigration", StringComparison.Ordinal)).TextContent;
        foreach (var wanted in (string[])["Immigration", "Version 1", "Unverified", "CBP, ICE, USCIS", "Same as published"])
            Assert.Contains(wanted, row, StringComparison.Ordinal);
        Assert.Contains("/office/templates", page.Document.QuerySelectorAll("header nav a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_draft_is_edited_previewed_and_published_and_the_old_version_is_kept()
    {
        var (browser, actor) = await site.StaffAsync(StaffRole.CaseworkManager, "writes");
        var page = await browser.GetAsync("/office/templates/justice");
        page = await page.Form("Save draft").Fill("Input.TitleEn", "Release to {agency}").Fill("Input.TitleEs", "Autorización para {agency}").SendAsync();
        page.Is("/office/templates/justice");
        Assert.Contains("No one will sign it until you publish it", page.Text, StringComparison.Ordinal);
        Assert.Equal("Release to {agency}", page.Form("Save draft")["Input.TitleEn"]);
        Assert.Contains(
            "Release to Department of Justice",
            (await browser.GetAsync("/office/templates/justice/preview?Choice.Agency=DOJ")).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Release to Department",
            (await browser.GetAsync("/office/templates/justice/preview?Choice.Agency=DOJ&Choice.Of=1")).Text,
            StringComparison.Ordinal);
        Assert.Contains("Not published", (await browser.GetAsync("/office/templates")).Text, StringComparison.Ordinal);

        page = await browser.GetAsync("/office/templates/justice/publish");
        Assert.Contains("The title changed.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Release to {agency}", page.Document.QuerySelector("ins")!.TextContent);
        var publish = page.Form("Publish version 2");
        (await publish.SendAsync()).Is("/office/templates/justice");
        (await publish.SendAsync()).Is("/office/templates/justice");
        Assert.Equal([1, 2], await NumbersAsync("justice"));

        var old = await browser.GetAsync("/office/templates/justice/versions/1");
        Assert.Contains("Certification of identity and privacy release: {agency}", old.Text, StringComparison.Ordinal);
        Assert.Contains("included with the software", old.Text, StringComparison.Ordinal);
        var now = await browser.GetAsync("/office/templates/justice/versions/2");
        Assert.Contains("Release to {agency}", now.Text, StringComparison.Ordinal);
        Assert.Contains(actor.Name, now.Text, StringComparison.Ordinal);
        Assert.Contains("There's nothing to publish", (await browser.GetAsync("/office/templates/justice/publish")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rearranging_clauses_saves_nothing_and_loses_nothing()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.CaseworkManager, "arranges");
        var page = await browser.GetAsync("/office/templates/tax");
        var before = await site.PrintsAsync();
        var second = page.Form("Save draft")["Clauses[1].TextEn"];
        page = await page.Form("Add a clause below: Clause 2")
            .Fill("Clauses[0].HeadingEn", "Typed <b>")
            .Fill("Input.Source", "Typed too")
            .Fill("Input.VerifiedOn.Month", "13")
            .SendAsync();
        var form = page.Form("Save draft");
        Assert.Equal(("Typed <b>", "Typed too", "13", second, ""),
            (form["Clauses[0].HeadingEn"], form["Input.Source"], form["Input.VerifiedOn.Month"], form["Clauses[1].TextEn"], form["Clauses[2].TextEn"]));
        Assert.Equal("Clause added. The draft isn't saved yet.", page.Document.QuerySelector("#clause-3 [role=status]")!.TextContent);
        Assert.Contains("Clause 3 has no English text.", page.Text, StringComparison.Ordinal);

        page = await page.Form("Move up: Clause 3").Fill("Clauses[2].TextEn", "Mine {agency}").Fill("Clauses[2].When", "Mark").SendAsync();
        form = page.Form("Save draft");
        Assert.Equal(("Mine {agency}", "Mark", second), (form["Clauses[1].TextEn"], form["Clauses[1].When"], form["Clauses[2].TextEn"]));
        page = await page.Form("Move down: Clause 2").SendAsync();
        Assert.Equal("Mine {agency}", page.Form("Save draft")["Clauses[2].TextEn"]);
        page = await page.Form("Remove: Clause 2").SendAsync();
        form = page.Form("Save draft");
        Assert.Equal(("Typed <b>", "Mine {agency}"), (form["Clauses[0].HeadingEn"], form["Clauses[1].TextEn"]));
        Assert.Equal(before, await site.PrintsAsync());

        page = await form.SendAsync();
        Assert.Equal("Input_VerifiedOn", Assert.Single(page.Errors).Field);
        page = await page.Form("Save draft").Fill("Input.VerifiedOn.Month", "").SendAsync();
        var stored = (await DraftAsync("tax")).Words();
        Assert.Equal(("Typed <b>", "Mine {agency}", ClauseCondition.Mark), (stored.Clauses[0].Heading.En, stored.Clauses[1].Text.En, stored.Clauses[1].When));
        Assert.Equal(stored.Clauses.Count, stored.Clauses.DistinctBy(c => c.Key).Count());
        page.Is("/office/templates/tax");
    }

    [Fact]
    public async Task A_stale_save_keeps_what_was_typed_and_shows_the_differences()
    {
        var (first, _) = await site.StaffAsync(StaffRole.CaseworkManager, "first");
        var (second, _) = await site.StaffAsync(StaffRole.Administrator, "second");
        var form = (await second.GetAsync("/office/templates/medical")).Form("Save draft").Fill("Clauses[3].HeadingEn", "Mine");
        await (await first.GetAsync("/office/templates/medical")).Form("Save draft").Fill("Input.TitleEn", "Theirs").SendAsync();
        var before = await site.PrintsAsync();
        var page = await form.SendAsync();
        Assert.Equal(before, await site.PrintsAsync());
        var notice = page.Document.QuerySelector("#stale")!.TextContent;
        foreach (var wanted in (string[])["Someone else saved this draft while you were editing", "The title changed.", "Theirs", "Clause 4 changed.", "Mine"])
            Assert.Contains(wanted, notice, StringComparison.Ordinal);
        Assert.Equal("Mine", page.Form("Save draft")["Clauses[3].HeadingEn"]);
        (await page.Form("Save draft").SendAsync()).Is("/office/templates/medical");
        Assert.Equal("Mine", (await DraftAsync("medical")).Words().Clauses[3].Heading.En);
    }

    [Fact]
    public async Task An_incomplete_draft_can_be_saved_but_not_published()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.CaseworkManager, "half");
        var page = await (await browser.GetAsync("/office/templates/veterans"))
            .Form("Save draft")
            .Fill("Input.TitleEs", "")
            .Fill("Clauses[0].TextEn", "On {date}")
            .Fill("Clauses[0].TextEs", "El {date}")
            .SendAsync();
        foreach (var wanted in (string[])["The title has no Spanish text.", "Clause 1 uses a field that doesn't exist: {date}"])
            Assert.Contains(wanted, page.Is("/office/templates/veterans").Text, StringComparison.Ordinal);
        Assert.Equal("#clause-1", page.Document.QuerySelectorAll(".look a").Single().GetAttribute("href"));
        Assert.True(page.Document.QuerySelector("#clause-1")!.HasAttribute("open"));
        Assert.Contains("On {date}", (await browser.GetAsync("/office/templates/veterans/preview")).Text, StringComparison.Ordinal);
        page = await browser.GetAsync("/office/templates/veterans/publish");
        Assert.Contains("Not ready to publish", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("main button"), b => b.TextContent.Contains("Publish", StringComparison.Ordinal));

        var before = await site.PrintsAsync();
        var token = (await browser.GetAsync("/office/templates/veterans")).Form("Save draft")["__RequestVerificationToken"];
        page = await browser.PostAsync(
            "/office/templates/veterans/publish",
            new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Version", "1")]));
        Assert.Equal(("", "The title has no Spanish text."), Assert.Single(page.Errors));
        Assert.Equal(before, await site.PrintsAsync());
        Assert.Equal([1], await NumbersAsync("veterans"));
    }

    [Fact]
    public async Task Text_that_is_too_long_is_reported_at_its_field_and_kept()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.CaseworkManager, "long");
        var before = await site.PrintsAsync();
        var page = await (await browser.GetAsync("/office/templates/generic")).Form("Save draft")
            .Fill("Clauses[4].HeadingEs", new string('x', 201)).Fill("Clauses[4].TextEn", new string('y', 4_001)).Fill("Input.Source", " ").SendAsync();
        Assert.Equal(["Clauses_4__HeadingEs", "Clauses_4__TextEn", "Input_Source"], page.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
        Assert.All(page.Errors, e => Assert.NotNull(page.Document.GetElementById(e.Field)));
        Assert.True(page.Document.QuerySelector("#clause-5")!.HasAttribute("open"));
        Assert.Equal(201, page.Form("Save draft")["Clauses[4].HeadingEs"].Length);
        Assert.Equal(before, await site.PrintsAsync());
    }

    [Fact]
    public async Task The_preview_names_the_reader_and_reflects_every_option()
    {
        var (browser, actor) = await site.StaffAsync(StaffRole.Administrator, "Samantha");
        var before = await site.PrintsAsync();
        async Task<string> WithAsync(string query) =>
            (await browser.GetAsync("/office/templates/service-records/preview?" + query)).Is("/office/templates/service-records/preview").Text;
        Assert.Contains($"Legal name{actor.Name}", string.Concat((await WithAsync("")).Split('\n').Select(l => l.Trim())), StringComparison.Ordinal);
        Assert.Contains("under penalty of perjury under the laws", await WithAsync("Choice.Abroad=true&Choice.Abroad=false"), StringComparison.Ordinal);
        Assert.Contains($"{actor.Name} signs as next of kin", await WithAsync("Choice.Capacity=NextOfKin"), StringComparison.Ordinal);
        Assert.Contains("I cannot write my name, so I sign with a mark.", await WithAsync("Choice.Mark=true"), StringComparison.Ordinal);
        Assert.Contains("Vietnamese", await WithAsync("Choice.Interpreter=true"), StringComparison.Ordinal);
        Assert.Contains("includes health records", await WithAsync("Choice.Agency=NARA&Choice.Medical=true"), StringComparison.Ordinal);
        Assert.Contains("Kim Sample, my sister", await WithAsync("Choice.Other=true"), StringComparison.Ordinal);
        Assert.Contains("Petitioner", await WithAsync("Choice.Role=Beneficiary"), StringComparison.Ordinal);
        Assert.Contains(
            "Treatment for drug or alcohol use; HIV infection; Sickle cell anemia",
            await WithAsync("Choice.Agency=VA&Choice.Sensitive=true"),
            StringComparison.Ordinal);
        var spanish = await browser.GetAsync("/office/templates/service-records/preview?Choice.Agency=NARA&Choice.Language=es");
        Assert.Equal(["en", "es"], spanish.Document.QuerySelectorAll("article").Select(a => a.GetAttribute("lang")));
        foreach (var strange in (string[])["Choice.Agency=XYZ", "Choice.Language=xx", "Choice.Capacity=King"])
            Assert.Contains(actor.Name, await WithAsync(strange), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync("/office/templates/tax/preview?Choice.Of=99")).Status);
        Assert.Equal(before, await site.PrintsAsync());
    }

    [Fact]
    public async Task The_preview_PDF_is_marked_as_a_sample()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.CaseworkManager, "prints");
        var page = await browser.GetAsync("/office/templates/immigration/preview?Choice.Agency=USCIS&Choice.Language=es&Choice.Mark=true");
        var form = page.Form("Download as PDF")
            .Fill("Own.Name", "Ñandú Ortiz")
            .Fill("Own.Address", "9 Own Street, Lake, CO 80401")
            .Fill("Own.BornOn.Month", "7")
            .Fill("Own.BornOn.Day", "4")
            .Fill("Own.BornOn.Year", "1951");
        using var answer = await browser.AskAsync(HttpMethod.Post, form.Target, form.Content());
        var pdf = Domain.Paper.PdfTools.Words(await answer.Content.ReadAsByteArrayAsync());
        Assert.All((string[])["Ñandú Ortiz", "9 Own Street", "July 4, 1951"], own => Assert.Contains(own, pdf, StringComparison.Ordinal));
        Assert.Contains("Sample. Do not sign. / Muestra. No firmar.", pdf, StringComparison.Ordinal);
        Assert.Contains("I cannot write my name", pdf, StringComparison.Ordinal);
        Assert.Contains("No puedo escribir mi nombre", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office/templates/nothing")]
    [InlineData("/office/templates/nothing/preview")]
    [InlineData("/office/templates/nothing/publish")]
    [InlineData("/office/templates/tax/versions/99")]
    public async Task Unknown_templates_and_versions_are_not_found(string path)
    {
        var (browser, _) = await site.StaffAsync(StaffRole.CaseworkManager, "seeks" + Guid.CreateVersion7().ToString("N")[..12] + path.Length);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
    }

    private Task<ReleaseTemplate> DraftAsync(string code) => site.ReadAsync(db => db.Set<ReleaseTemplate>().AsNoTracking().SingleAsync(t => t.Code == code));

    private Task<List<int>> NumbersAsync(string code) =>
        site.ReadAsync(db => db.Set<ReleaseTemplateVersion>().Where(v => v.Code == code).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync());
}
