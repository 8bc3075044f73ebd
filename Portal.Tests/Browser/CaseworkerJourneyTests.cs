using Microsoft.Playwright;
using Portal.Tests.Web.Sweeps;

namespace Portal.Tests.Browser;

public sealed class CaseworkerJourneyTests(RunningPortal portal)
{
    // Pages that show nothing without a query string.
    private static readonly string[] NeedQuery = ["/office/jobs/history", "/office/queue/assign"];

    [Fact]
    public async Task A_caseworker_signs_in_with_the_printed_link_and_works_the_queue()
    {
        await using var maria = await Visitor.ComeAsCaseworkerAsync(portal);
        await maria.GoAsync("/office/queue");
        var cases = await maria.Page.Locator("a[href^='/office/cases/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.NotEmpty(cases);
        foreach (var view in new[] { "mine", "unanswered", "overdue", "waiting", "agency", "answered", "open", "closed" })
            await maria.GoAsync("/office/queue?view=" + view);
        await maria.GoAsync(cases[0]);
        await maria.GoAsync("/office/queue?view=open");
        var links = await maria.Page.Locator("a[href^='/office/cases/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        foreach (var path in links.Distinct().Take(6))
            await maria.GoAsync(path);

        await ProcessInkReleaseAsync(maria);

        // The link worked only once.
        await using var stranger = await Visitor.ComeAsync(portal);
        await stranger.Page.GotoAsync(portal.DemoLink("As a caseworker"));
        Assert.Equal(0, await stranger.Page.Locator("main form button").CountAsync());
        Assert.Equal("", string.Join('\n', maria.Complaints));
    }

    [Fact]
    public async Task An_administrator_visits_every_page_in_both_languages_and_enrolls_a_colleague_with_a_passkey()
    {
        await using var sam = await Visitor.ComeAsAdministratorAsync(portal);
        foreach (var language in new[] { "es", "en" })
        {
            await sam.ChangeLanguageAsync(language);
            var pages = RoleTable.OpenTo("Administrator")
                .Where(p => p.StartsWith("/office/", StringComparison.Ordinal))
                .Except(NeedQuery)
                .Append("/office/jobs/history?job=MailDue")
                .Append("/office/agencies/USCIS");
            foreach (var path in pages)
                await sam.GoAsync(path);
            foreach (var path in (string[])
                [
                    "", "/immigration", "/immigration/preview?Choice.Language=es&Choice.Mark=true", "/immigration/publish",
                    "/immigration/versions/1",
                ])
            {
                await sam.GoAsync("/office/templates" + path);
                await sam.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => d.open = true)");
                await sam.LookAsync();
            }
        }

        await VisitEngineDashboardAsync(sam);
        await AddOfficeClosureAsync(sam);
        await sam.GoAsync("/office/staff/add");
        await sam.TypeAsync("Input.Name", "Nora Quill");
        await sam.TypeAsync("Input.Email", "nora.quill@demo.example");
        await sam.ChooseAsync("Input.Role", "Caseworker");
        await sam.PressAsync("main form.panel button[type=submit]");
        var text = await sam.Page.Locator("main").InnerHTMLAsync();
        var link = System.Text.RegularExpressions.Regex.Match(text, @"https?://[^\s""<]+/office/enroll/[A-Za-z0-9_-]+").Value;
        Assert.NotEqual("", link);
        await EnrollByPasskeyAsync(link);
    }

    // Hangfire's own pages needn't be accessible, but they must work under our content security policy, which blocks only
    // their inline colors.
    private static async Task VisitEngineDashboardAsync(Visitor sam)
    {
        Assert.Equal("", string.Join('\n', sam.Complaints));
        foreach (var path in new[] { "", "/servers", "/jobs/succeeded", "/recurring" })
            await sam.Page.GotoAsync("/office/jobs/engine" + path);
        // Hangfire's script shows relative times.
        await Assertions.Expect(sam.Page.Locator("td [data-moment]").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(in|a|an|\\d) "));
        Assert.All(sam.Complaints, complaint => Assert.Contains("inline style", complaint, StringComparison.Ordinal));
        sam.Complaints.Clear();
    }

    // On a narrow screen, starting with an error; also checks the confirmation before a day is removed.
    private static async Task AddOfficeClosureAsync(Visitor sam)
    {
        const string add = "main form[action='/office/holidays'] button";
        await sam.Page.SetViewportSizeAsync(320, 640);
        await sam.GoAsync("/office/holidays");
        await sam.PressAsync(add);
        await sam.ErrorsAsync();
        foreach (var (name, text) in ((string, string)[])
            [
                ("Name", "Snow day"), ("NameEs", "Día de nieve"), ("FirstDay.Month", "1"), ("FirstDay.Day", "4"),
                ("FirstDay.Year", $"{TimeProvider.System.GetUtcNow().Year + 1}")
            ])
            await sam.TypeAsync("Input." + name, text);
        await sam.PressAsync(add);
        await sam.PressAsync("main details summary");
        await sam.PressAsync("main details button");
        Assert.Contains("Days removed.", await sam.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await sam.Page.SetViewportSizeAsync(1280, 800);
    }

    // The printed form is photographed, the photo added to the case's documents, its code read, and the release accepted.
    private async Task ProcessInkReleaseAsync(Visitor maria)
    {
        await using var person = await Visitor.ComeAsync(portal, "es", 320, scripts: false);
        const string Email = "tinta@example.com";
        var reference = await person.AskForHelpAsync("uscis-naturalization", Email);
        await person.OpenStatusAsync(portal, reference, Email);
        await person.PressAsync(Leading.To("/release/"));
        await person.ContinueAsync();
        await person.ContinueAsync();
        Assert.EndsWith("/paper", person.Page.Url);
        var printed = await person.Page.Context.APIRequest.GetAsync(person.Page.Url.Replace("/paper", "/print", StringComparison.Ordinal));
        var (form, photo) = (Path.Combine(portal.Folder, "form.pdf"), Path.Combine(portal.Folder, "photo"));
        await File.WriteAllBytesAsync(form, await printed.BodyAsync());
        await System.Diagnostics.Process.Start("pdftoppm", ["-r", "120", "-f", "1", "-l", "1", "-png", "-singlefile", form, photo]).WaitForExitAsync();
        await person.GoAsync("/status/case");
        await person.Page.Locator("input[type=file]").SetInputFilesAsync(photo + ".png");
        await person.PressAsync("form[enctype] button");

        var path = $"/office/cases/{reference}/releases";
        const string Check = "a.usa-button[href*='/releases/']";
        await RunningPortal.UntilAsync(
            async () =>
            {
                await maria.Page.GotoAsync(path);
                return await maria.Page.Locator(Check).CountAsync() > 0;
            },
            "the photographed release to be matched by its code");
        await maria.LookAsync();
        await maria.PressAsync(Check);
        await maria.PressAsync("form[action*=accept] button");
        await maria.ErrorsAsync();
        foreach (var point in await maria.Page.Locator("input[name=Checked]").EvaluateAllAsync<string[]>("all => all.map(a => a.value)"))
            await maria.ChooseAsync("Checked", point);
        // The signer printed the form with every field filled in.
        await maria.ChooseAsync("Paper", (await maria.Page.Locator("input[name=Paper]").EvaluateAllAsync<string[]>("all => all.map(a => a.value)"))[0]);
        await maria.TypeDateAsync("SignedOn", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-26)));
        await maria.PressAsync("form[action*=accept] button");
        Assert.EndsWith("/releases", maria.Page.Url);
        Assert.Equal(1, await maria.Page.Locator(".badge--good").CountAsync());
        await maria.GoAsync("/office/releases");
        await person.GoAsync("/status/case");
    }

    private async Task EnrollByPasskeyAsync(string link)
    {
        await using var nora = await Visitor.ComeAsync(portal);
        var cdp = await nora.Page.Context.NewCDPSessionAsync(nora.Page);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await nora.GoAsync(link);
        await nora.Page.Locator("form[data-passkey=create] button").ClickAsync();
        await nora.Page.WaitForURLAsync(url => !url.Contains("/enroll/", StringComparison.Ordinal));
        await nora.GoAsync("/office/queue");
        Assert.Contains("Nora Quill", await nora.Page.Locator("header").InnerTextAsync());
    }
}
