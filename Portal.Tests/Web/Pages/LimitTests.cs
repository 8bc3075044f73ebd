using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Tests.Domain.Paper.QrReading;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>The number of codes emailed to one address.</summary>
public sealed class LimitTests(LimitTests.Strict site) : IClassFixture<LimitTests.Strict>
{
    /// <summary>A site that emails at most two codes to an address.</summary>
    public sealed class Strict : SiteHost
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:Limits:mailed-codes:Permits", "2")];
    }

    [Fact]
    public async Task Codes_over_the_limit_are_not_emailed_and_the_page_looks_the_same()
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Email = "much@example.org", Topic = null })).Reference();
        var pages = new List<SitePage>();
        for (var i = 0; i < 4; i++)
        {
            using var other = site.Browser();
            pages.Add((await (await other.GetAsync("/status"))
                    .Form()
                    .Fill("Input.Reference", reference)
                    .Fill("Input.Email", "much@example.org")
                    .SendAsync())
                .Is("/status/code/"));
        }

        Assert.Equal(2, (await site.MailsAsync()).Count(m => m.To == "much@example.org" && m.Subject == "Your code"));
        Assert.All(pages, p => Assert.Equal(pages[0].Text, p.Text));
    }
}

/// <summary>How many requests one client address may send once the bot check has doubts.</summary>
public sealed class DoubtfulTests(DoubtfulTests.Strict site) : IClassFixture<DoubtfulTests.Strict>
{
    /// <summary>A site that accepts two.</summary>
    public sealed class Strict : SiteHost
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:Limits:doubtful-request:Permits", "2")];
    }

    [Fact]
    public async Task A_sender_over_the_limit_is_asked_to_wait_and_loses_nothing()
    {
        for (var i = 0; i < 2; i++)
        {
            using var browser = site.Browser();
            Assert.NotEmpty((await browser.AskForHelpAsync(new() { Topic = null })).Reference());
        }

        using var third = site.Browser();
        var page = await (await third.ToCheckAsync(new() { Topic = null })).Form().SendAsync();
        Assert.StartsWith("/request/check", page.Path, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(page.Errors, e => e.Sentence.Contains("Try again in an hour, or call us", StringComparison.Ordinal));
        Assert.Contains("My payment of October did not come.", page.Text, StringComparison.Ordinal);
    }
}

/// <summary>How often one client address may post request steps.</summary>
public sealed class StepLimitTests(StepLimitTests.Strict site) : IClassFixture<StepLimitTests.Strict>
{
    /// <summary>A site that accepts five steps per address.</summary>
    public sealed class Strict : SiteHost
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Portal:Limits:request-step:Permits", "5"), new("Portal:Limits:request-step:Seconds", "3600")];
    }

    [Fact]
    public void Every_request_step_is_rate_limited() => Assert.Empty(
        typeof(Portal.Web.Pages.Request.RequestJourney).Assembly.GetTypes()
            .Where(t => t.Namespace == "Portal.Web.Pages.Request" && t.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)))
            .Where(t => t.GetCustomAttribute<EnableRateLimitingAttribute>() is null).Select(t => t.Name));

    [Fact]
    public async Task Posting_steps_over_the_limit_asks_to_wait()
    {
        using var browser = site.Browser();
        var form = (await browser.GetAsync("/request/story")).Form();
        for (var i = 0; i < 5; i++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.AskAsync(HttpMethod.Post, "/request/story", form.Content())).StatusCode);
        using var refused = await browser.AskAsync(HttpMethod.Post, "/request/story", form.Content());
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True((await browser.GetAsync("/request/story")).Status == HttpStatusCode.OK, "Reading is never limited.");
    }
}
