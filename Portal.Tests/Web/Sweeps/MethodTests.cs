using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>Every address answers every method and handler name with a page or a refusal, never with a crash.</summary>
[Collection(nameof(SweptSite))]
public sealed class MethodTests(SiteWorld site)
{
    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    public async Task Other_methods_are_refused_everywhere(string method)
    {
        var wrong = new List<string>();
        foreach (var route in site.Routes())
        {
            using var response = await site.Visitors["Administrator"].AskAsync(new(method), site.AddressOf(route, site.Mine));
            if (response.StatusCode != HttpStatusCode.MethodNotAllowed && method != "get")
                wrong.Add($"{route}: {(int)response.StatusCode}");
            if ((int)response.StatusCode >= 500 && !route.StartsWith("/readyz", StringComparison.Ordinal))
                wrong.Add($"{route}: {(int)response.StatusCode}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task An_unknown_handler_name_is_not_found(string method)
    {
        var wrong = new List<string>();
        foreach (var (route, _) in site.PostHandlers().Where(h => !h.Route.StartsWith("/error", StringComparison.Ordinal)))
        {
            var visitor = site.Visitors[route.StartsWith("/office", StringComparison.Ordinal) ? "Administrator" : "Constituent"];
            var address = site.AddressOf(route, site.Mine);
            using var response = await visitor.AskAsync(new(method), address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=nope");
            if ((int)response.StatusCode is not (404 or 302 or 403 or 200) || (int)response.StatusCode >= 500)
                wrong.Add($"{route}: {(int)response.StatusCode}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/help/privacy")]
    [InlineData("/help/accessibility")]
    [InlineData("/help/after")]
    [InlineData("/request/erased")]
    public async Task Posting_to_a_page_that_takes_no_form_is_refused(string path)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await site.TokenAsync("Anonymous"))]);
        using var response = await site.Visitors["Anonymous"].AskAsync(HttpMethod.Post, path, form);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}
