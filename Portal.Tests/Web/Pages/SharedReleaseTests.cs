using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Activity;
using Portal.Domain.PrivacyReleases.Sharing;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>From the case page to the liaison's browser and back.</summary>
public sealed class SharedReleaseTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    [Fact]
    public async Task Staff_create_a_link_and_the_agency_opens_the_release()
    {
        var page = await StaffPageAsync();
        Assert.Equal("7", page.Form()["Days"]);
        var made = await page.Form().Fill("Recipient", "Pat Doe, liaison").SendAsync();
        var link = Link(made);
        Assert.DoesNotContain(link, (await StaffPageAsync()).Html, StringComparison.Ordinal);

        using var liaison = site.Browser();
        var before = await site.PrintsAsync();
        var announced = await liaison.GetAsync(link);
        await liaison.AskAsync(HttpMethod.Head, link);
        Assert.Equal(before, await site.PrintsAsync());
        Assert.Contains("Social Security Administration", announced.Text, StringComparison.Ordinal);
        foreach (var secret in (string[])["Garc", "Zenobia", "Pat Doe", site.Mine.Reference, SiteWorld.Story])
            Assert.DoesNotContain(secret, announced.Html, StringComparison.Ordinal);

        var opened = await announced.PressAsync("Open the release");
        Assert.Equal("application/pdf", opened.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", opened.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(1, await ViewsAsync(link));
        Assert.Contains("Times opened: 1", (await StaffPageAsync()).Text, StringComparison.Ordinal);
        var verdict = await (await liaison.GetAsync("/verify")).Form("Check the file").Attach("Upload", "release.pdf", opened.Bytes).SendAsync();
        Assert.Contains("Sealed and unchanged", verdict.Text, StringComparison.Ordinal);
        Assert.Contains("Social Security Administration", verdict.Text, StringComparison.Ordinal);

        (await (await StaffPageAsync()).PressAsync("Cancel link")).Is($"/office/cases/{site.Mine.Reference}/share/");
        var gone = await liaison.GetAsync(link);
        var never = await liaison.GetAsync("/release/shared/never-was-a-link");
        Assert.Equal((never.Status, never.Text), (gone.Status, gone.Text));
        Assert.Contains("This link doesn't work.", gone.Text, StringComparison.Ordinal);
        var late = await announced.PressAsync("Open the release");
        Assert.Contains("This link doesn't work.", late.Text, StringComparison.Ordinal);
        Assert.Equal(1, await ViewsAsync(link));
    }

    [Fact]
    public async Task Errors_are_shown_at_their_fields()
    {
        var withoutRecipient = await (await StaffPageAsync()).Form().Fill("Recipient", " ").SendAsync();
        Assert.Equal("Recipient", Assert.Single(withoutRecipient.Errors).Field);
        var never = await (await StaffPageAsync()).Form().Fill("Recipient", "Pat").Fill("Days", "31").SendAsync();
        Assert.Equal("Days", Assert.Single(never.Errors).Field);
        Assert.Equal("Pat", never.Form()["Recipient"]);
    }

    [Fact]
    public async Task The_shared_release_page_is_available_in_Spanish()
    {
        using var liaison = site.Browser();
        await liaison.GetAsync("/language/es");
        Assert.Contains("Este enlace no funciona.", (await liaison.GetAsync("/release/shared/nobodys")).Text, StringComparison.Ordinal);
    }

    private Task<SitePage> StaffPageAsync() => site.Visitors["Caseworker"].GetAsync($"/office/cases/{site.Mine.Reference}/share/{site.Mine.Release}");

    private static string Link(SitePage page) => new Uri(page.Document.QuerySelector("#share-link")!.GetAttribute("value")!).PathAndQuery;

    private Task<int> ViewsAsync(string link) => site.ReadAsync(async db =>
    {
        Assert.NotEmpty(link);
        var views = await db.Set<ReleaseShareView>().CountAsync();
        Assert.Equal(views, await db.Set<ActivityEntry>().CountAsync(a => a.EventName == nameof(ReleaseLinkOpened)));
        return views;
    });
}
