using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>A staff session that expires while someone is typing loses no text and saves nothing.</summary>
public sealed class SessionEndTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task After_the_session_expires_typed_text_is_shown_for_copying()
    {
        using var person = site.Browser();
        var reference = (await person.AskForHelpAsync(new() { Topic = null, Email = "note@example.org" })).Reference();
        var (browser, _) = await site.StaffAsync(StaffRole.Caseworker);
        const string Note = "Called twice, <b>no answer</b> until noon.";
        var form = (await browser.GetAsync($"/office/cases/{reference}/note")).Form("Add the note").Fill("Body", Note);
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        var page = await form.SendAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Equal("Your session ended", page.Heading);
        Assert.Equal(Note, page.Document.QuerySelector("textarea")!.TextContent);
        Assert.StartsWith(
            "/office/sign-in?returnUrl=",
            new Uri(new("http://x"), page.Document.QuerySelector(".actions a")!.GetAttribute("href")!).PathAndQuery,
            StringComparison.Ordinal);
        Assert.StartsWith("/office/sign-in", (await browser.GetAsync("/office/queue")).Path, StringComparison.Ordinal);
        Assert.Equal(0, (await site.ReadAsync(db => db.Set<CaseNote>().AsNoTracking().ToListAsync())).Count(n => n.Body == Note));
    }
}
