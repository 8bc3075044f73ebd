using Portal.Domain.Platform.Access;
using Portal.Domain.Surges;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>A surge from its opening to its news, on the pages of the office and of the public.</summary>
public sealed class SurgePagesTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_surge_brings_people_to_its_topic_and_staff_write_to_all_of_them_after_seeing_who_gets_it()
    {
        var (boss, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Xenia");
        var surge = await OpenAsync(boss, "Hurricane Elena");

        // The banner leads into a request whose topic is chosen.
        var visitor = site.Browser();
        var home = await visitor.GetAsync("/");
        Assert.Contains("Call FEMA first.", home.Text, StringComparison.Ordinal);
        var start = await visitor.GetAsync(home.Document.QuerySelector("a[href*='surge=']")!.GetAttribute("href")!);
        Assert.Contains("Hurricane Elena", start.Text, StringComparison.Ordinal);
        var next = await start.Form("Start").SendAsync();
        Assert.NotEqual("/request/topic", next.Path);
        Assert.NotNull((await visitor.GetAsync("/request/topic")).Document.QuerySelector("input[value='ssa-missing-payment'][checked]"));

        await site.Browser().AskForHelpAsync(new() { Email = "elena@example.org" });
        var (reader, _) = await site.StaffAsync(StaffRole.ReadOnly, "Yan");
        var shared = await reader.GetAsync($"/office/surges/{surge}");
        Assert.Contains("Open cases: 1", shared.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Write to these cases", shared.Text, StringComparison.Ordinal);

        var page = await boss.GetAsync($"/office/surges/{surge}/write?kind=Reply");
        page = await page.Form("Check who gets it").Fill("Input.Text", "There is help.").SendAsync();
        Assert.Equal("Input_TextEs", Assert.Single(page.Errors).Field);
        page = await page.Form("Check who gets it").Fill("Input.TextEs", "Hay ayuda.").SendAsync();
        Assert.Contains("In English: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Asked for", page.Text, StringComparison.Ordinal);
        page = (await page.PressAsync("Send to 1 person")).Is($"/office/surges/{surge}");
        Assert.Contains("We're sending it now.", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.WithAsync<SurgeMessageDueJob, int>(j => j.RunAsync(default)));
        Assert.Contains("1 of 1", (await boss.GetAsync($"/office/surges/{surge}")).Text, StringComparison.Ordinal);

        page = await (await boss.GetAsync($"/office/surges/{surge}")).PressAsync("Yes, close it");
        Assert.Contains("Surge closed.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hurricane Elena", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_is_asked_for_confirmed_by_a_button_and_stopped_by_a_button()
    {
        var (boss, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Zoe");
        var surge = await OpenAsync(boss, "Shutdown");
        var visitor = site.Browser();
        var page = await visitor.GetAsync($"/news/{surge}");
        page = await page.Form("Get news").Fill("Name", "Luz").Fill("Email", "nonsense").Fill("Language", "es").SendAsync();
        Assert.Equal("Email", Assert.Single(page.Errors).Field);
        page = await page.Form("Get news").Fill("Email", "luz.news@example.org").SendAsync();
        Assert.Equal("Check your email", page.Heading);
        var mail = (await site.MailsAsync()).First(m => m.To == "luz.news@example.org");
        Assert.Contains("Cierre", mail.Subject, StringComparison.Ordinal);
        var link = System.Text.RegularExpressions.Regex.Match(mail.Text, "/news/confirm/[A-Za-z0-9_-]+").Value;
        Assert.Null((await site.ReadAsync(db => Task.FromResult(db.Set<NewsSubscriber>().Single(s => s.SurgeId == surge)))).ConfirmedAt);
        page = await (await visitor.GetAsync(link)).PressAsync("Yes, send me the news");
        Assert.Equal("You're on the list", page.Heading);
        Assert.Equal("This link doesn't work", (await visitor.GetAsync(link)).Heading);

        page = await boss.GetAsync($"/office/surges/{surge}/write?kind=News");
        page = await page.Form("Check who gets it").Fill("Input.Subject", "News").Fill("Input.SubjectEs", "Noticias").Fill("Input.Text", "It opens.").Fill("Input.TextEs", "Abre ya.").SendAsync();
        Assert.DoesNotContain("luz", page.Html, StringComparison.OrdinalIgnoreCase);
        await page.PressAsync("Send to 1 person");
        await site.WithAsync<SurgeMessageDueJob, int>(j => j.RunAsync(default));
        mail = (await site.MailsAsync()).First(m => m.To == "luz.news@example.org" && m.Subject == "Noticias");
        Assert.Contains("Abre ya.", mail.Text, StringComparison.Ordinal);
        var leave = System.Text.RegularExpressions.Regex.Match(mail.Text, "/news/leave/[0-9a-f-]+/[A-Za-z0-9_-]+").Value;
        page = await (await visitor.GetAsync(leave)).PressAsync("Stop the news");
        Assert.Equal("You won't get any more news", page.Heading);
        Assert.False(await site.ReadAsync(db => Task.FromResult(db.Set<NewsSubscriber>().Any(s => s.SurgeId == surge))));
    }

    [Fact]
    public async Task An_unasked_text_is_counted_and_the_election_and_approval_are_recorded_on_pages()
    {
        var (boss, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Ada");
        var surge = await OpenAsync(boss, "Flood");
        var day = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime).AddDays(30);
        var page = await (await boss.GetAsync("/office/mass-mail")).Form("Add election").Fill("Input.Kind", "Primary")
            .Fill("Input.Day.Month", $"{day.Month}").Fill("Input.Day.Day", $"{day.Day}").Fill("Input.Day.Year", $"{day.Year}").SendAsync();
        Assert.Contains("Election added.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Now", page.Text, StringComparison.Ordinal);

        page = await boss.GetAsync($"/office/surges/{surge}/write?kind=Reply");
        page = await page.Form("Check who gets it").Fill("Input.Text", "Come to our town hall.").Fill("Input.TextEs", "Venga a nuestra reunión.").Fill("Input.AsAsked", "false").SendAsync();
        Assert.Contains("Blackout before the election", page.Text, StringComparison.Ordinal);
        page = await page.Form("Record approval").Fill("Approval.Number", "26-1").SendAsync();
        Assert.Equal(["Approval_By", "Approval_On"], page.Errors.Select(e => e.Field).Order());
        page = await page.Form("Record exception").Fill("Reason", "The Commission's counsel agreed by phone.").SendAsync();
        Assert.Contains("The Commission's counsel agreed by phone.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Flood", (await boss.GetAsync("/office/mass-mail")).Text, StringComparison.Ordinal);
        await (await boss.GetAsync("/office/mass-mail")).PressAsync("Remove");
    }

    private static async Task<Guid> OpenAsync(SiteBrowser boss, string name)
    {
        var page = await boss.GetAsync("/office/surges/edit");
        page = await page.Form("Save").Fill("Input.Name", name).Fill("Input.NameEs", "Cierre " + name).Fill("Input.Banner", "Call FEMA first.")
            .Fill("Input.BannerEs", "Llame primero a FEMA.").Fill("Input.TopicCode", "ssa-missing-payment").SendAsync();
        Assert.Contains("Saved.", page.Text, StringComparison.Ordinal);
        return Guid.Parse(page.Path["/office/surges/".Length..]);
    }
}
