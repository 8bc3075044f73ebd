using Microsoft.EntityFrameworkCore;
using Portal.Domain.Messages;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Public;

/// <summary>Hostile text is kept to the letter and shown safely, from the form to the check page, the message and the case page.</summary>
public sealed class HostileTextTests(SiteHost site) : IClassFixture<SiteHost>
{
    public static TheoryData<int> All => [.. Enumerable.Range(0, SiteNaughty.Strings.Count)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task IsKeptAndShownSafely(int which)
    {
        var text = SiteNaughty.Strings[which];
        var (name, kept) = (SiteNaughty.ForLine(text, 128), SiteNaughty.Kept(text));
        using var browser = site.Browser();
        var answers = new SiteAnswers { Topic = null, Happened = text, Want = text, FirstName = name, LastName = "X", Email = $"hostile{which}@example.org" };
        var check = await browser.ToCheckAsync(answers);

        IsSafe(check);
        Assert.Equal(2, check.Document.QuerySelectorAll("dd").Count(d => d.TextContent == kept));
        var story = await browser.GetAsync("/request/story?from=check");
        IsSafe(story);
        Assert.Equal(kept, story.Form()["Input.WhatHappened"].ReplaceLineEndings("\n"));
        Assert.Equal(SiteNaughty.Kept(name), (await browser.GetAsync("/request/contact")).Form()["Input.FirstName"]);

        var done = await check.Form().SendAsync();
        IsSafe(done.Is("/request/done"));
        var page = await (await browser.GetAsync("/status/case")).Form("Send message").Fill("Body", text).SendAsync();
        IsSafe(page.Is("/status/case"));
        Assert.Equal(kept, page.Document.QuerySelector(".thread__own .as-typed")!.TextContent);
        var stored = await site.ReadAsync(db => db.Set<Message>().AsNoTracking().OrderByDescending(m => m.SentAt).FirstAsync());
        Assert.Equal(kept, stored.Body.ReplaceLineEndings("\n"));
        Assert.Empty(site.Log.Errors);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task HarmsNoSearchAndNoLink(int which)
    {
        var text = Uri.EscapeDataString(SiteNaughty.Strings[which]);
        using var browser = site.Browser();
        foreach (var path in (string[])["/request/topic?q=", "/request/topic?agency=", "/verify?code=", "/release/", "/status?ended=", "/language/en?back=", "/request/return?codeId=", "/request/check?from="])
        {
            var page = await browser.GetAsync(path + text);
            Assert.InRange((int)page.Status, 200, 404);
            IsSafe(page);
        }

        Assert.Empty(site.Log.Errors);
    }

    private static void IsSafe(SitePage page)
    {
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), [onerror], [onload], main svg, main b, main style, a[href^='javascript:']"));
        Assert.DoesNotContain("7*7=49", page.Html, StringComparison.Ordinal);
    }
}
