using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>Every response of every address has the security headers, including errors and files.</summary>
[Collection(nameof(SweptSite))]
public sealed class HeaderTests(SiteWorld site)
{
    [Theory]
    [InlineData("Anonymous")]
    [InlineData("Constituent")]
    [InlineData("Administrator")]
    public async Task Security_headers_are_on_every_response(string role)
    {
        var browser = site.Visitors[role];
        var wrong = new List<string>();
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Head, HttpMethod.Delete])
            foreach (var address in site.Routes().Select(r => site.AddressOf(r, site.Mine)).Append("/nothing-here").Append("/office/nothing-here"))
            {
                using var response = await browser.AskAsync(method, address, method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null);
                wrong.AddRange(Problems(response).Select(p => $"{method} {address} ({(int)response.StatusCode}): {p}"));
                if (response.StatusCode == HttpStatusCode.InternalServerError)
                    wrong.Add($"{method} {address}: crashed");
            }

        Assert.Empty(wrong);
        Assert.Empty(site.Log.Errors);
    }

    [Fact]
    public async Task Security_headers_are_on_every_file()
    {
        var wrong = new List<string>();
        foreach (var file in site.Files())
        {
            using var response = await site.Visitors["Anonymous"].AskAsync(HttpMethod.Get, file);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            wrong.AddRange(Problems(response).Select(p => $"{file}: {p}"));
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Problems(HttpResponseMessage response)
    {
        string Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
        var policy = Header("Content-Security-Policy");
        foreach (var part in (string[])["default-src 'none'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'"])
            if (policy != "sandbox" && !policy.Contains(part, StringComparison.Ordinal))
                yield return $"CSP lacks {part}";
        if (policy.Contains("unsafe", StringComparison.Ordinal))
            yield return "CSP is unsafe";
        foreach (var (name, value) in ((string, string)[])
            [
                ("X-Content-Type-Options", "nosniff"),
                ("X-Frame-Options", "DENY"),
                ("Referrer-Policy", "same-origin"),
                ("Cross-Origin-Opener-Policy", "same-origin"),
                ("Cross-Origin-Resource-Policy", "same-origin"),
                ("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
            ])
            if (Header(name) != value)
                yield return $"{name} is {Header(name)}";
        if (Header("Permissions-Policy").Length == 0)
            yield return "no Permissions-Policy";
        if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/json" or "application/pdf" or "text/plain"
            && !Header("Cache-Control").Contains("no-store", StringComparison.Ordinal))
            yield return $"Cache-Control is {Header("Cache-Control")}";
        if (Header("Server").Length > 0 || Header("X-Powered-By").Length > 0)
            yield return "says what it runs on";
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            if (!cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase)
                || !cookie.Contains("secure", StringComparison.OrdinalIgnoreCase)
                || !cookie.Contains("samesite", StringComparison.OrdinalIgnoreCase))
                yield return $"weak cookie {cookie.Split('=')[0]}";
    }
}
