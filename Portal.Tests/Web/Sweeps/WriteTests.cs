using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>Requests that must not write: a form without its antiforgery token, and a GET.</summary>
[Collection(nameof(SweptSite))]
public sealed class WriteTests(SiteWorld site)
{
    [Fact]
    public async Task Posts_without_an_antiforgery_token_are_refused_and_write_nothing()
    {
        var before = await site.PrintsAsync();
        var wrong = new List<string>();
        var handlers = site.PostHandlers();
        Assert.True(handlers.Count > 40, $"Only {handlers.Count} handlers were found.");
        foreach (var (route, handler) in handlers.Where(h => !h.Route.StartsWith("/error", StringComparison.Ordinal)))
        {
            var browser = site.Visitors[route.StartsWith("/office", StringComparison.Ordinal) ? "Administrator" : "Constituent"];
            using var response = await browser.AskAsync(
                HttpMethod.Post,
                With(site.AddressOf(route, site.Mine), handler),
                new FormUrlEncodedContent([KeyValuePair.Create("Input.Email", "x")]));
            if (response.StatusCode != HttpStatusCode.BadRequest)
                wrong.Add($"{route} {handler}: {(int)response.StatusCode}");
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await site.PrintsAsync());
    }

    [Theory]
    [InlineData("Anonymous")]
    [InlineData("Constituent")]
    [InlineData("Caseworker")]
    [InlineData("Administrator")]
    public async Task GET_requests_write_nothing(string role)
    {
        var before = await site.PrintsAsync();
        foreach (var route in site.Routes())
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
                (await site.Visitors[role].AskAsync(method, site.AddressOf(route, site.Mine))).Dispose();
        foreach (var (route, handler) in site.PostHandlers())
            (await site.Visitors[role].AskAsync(HttpMethod.Get, With(site.AddressOf(route, site.Mine), handler))).Dispose();
        Assert.Equal(before, await site.PrintsAsync());
    }

    private static string With(string address, string handler) =>
        handler.Length == 0 ? address : address + (address.Contains('?') ? "&" : "?") + "handler=" + handler;
}
