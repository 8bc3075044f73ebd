using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Messages;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Hostile text is stored unchanged and shown safely, from the form to the check page, the message and the case page.</summary>
public sealed class HostileTextTests(SiteHost site) : IClassFixture<SiteHost>
{
    public static TheoryData<int> All => [.. Enumerable.Range(0, SiteNaughty.Strings.Count)];

    [Fact]
    public async Task A_NUL_character_is_refused_with_a_page()
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/story")).Form().Fill("Input.WhatHappened", "before\0after").SendAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Heading);
        Assert.Empty(site.Log.Errors);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Hostile_text_is_stored_and_shown_safely(int which)
    {
        var text = SiteNaughty.Strings[which];
        var name = SiteNaughty.ForLine(text, 128);
        using var browser = site.Browser();
        var answers = new SiteAnswers { Topic = null, Happened = text, Want = text, FirstName = name, LastName = "X", Email = $"hostile{which}@example.org" };
        var check = await browser.ToCheckAsync(answers);

        IsSafe(check);
        Assert.Equal(2, check.Document.QuerySelectorAll("dd").Count(d => d.TextContent == text));
        var story = await browser.GetAsync("/request/story?from=check");
        IsSafe(story);
        Assert.Equal(text, story.Form()["Input.WhatHappened"].ReplaceLineEndings("\n"));
        Assert.Equal(name, (await browser.GetAsync("/request/contact")).Form()["Input.FirstName"]);

        var done = await check.Form().SendAsync();
        IsSafe(done.Is("/request/done"));
        var page = await (await browser.GetAsync("/status/case")).Form("Send message").Fill("Body", text).SendAsync();
        IsSafe(page.Is("/status/case"));
        Assert.Equal(text, page.Document.QuerySelector(".thread__own .as-typed")!.TextContent);
        var stored = await site.ReadAsync(db => db.Set<Message>().AsNoTracking().OrderByDescending(m => m.SentAt).FirstAsync());
        Assert.Equal(text, stored.Body.Text.ReplaceLineEndings("\n"));
        Assert.Empty(site.Log.Errors);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Hostile_text_breaks_no_search_and_no_link(int which)
    {
        var text = Uri.EscapeDataString(SiteNaughty.Strings[which]);
        using var browser = site.Browser();
        foreach (var path in (string[])
            [
                "/request/topic?q=", "/request/topic?agency=", "/verify?code=", "/release/", "/status?ended=", "/language/en?back=",
                "/request/return?codeId=", "/request/check?from="
            ])
        {
            var page = await browser.GetAsync(path + text);
            Assert.True((int)page.Status is 200 or 404, $"{page.Path}: {page.Status}");
            IsSafe(page);
        }

    }

    private static void IsSafe(SitePage page)
    {
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), [onerror], [onload], main svg, main b, main style, a[href^='javascript:']"));
        Assert.DoesNotContain("7*7=49", page.Html, StringComparison.Ordinal);
    }
}
