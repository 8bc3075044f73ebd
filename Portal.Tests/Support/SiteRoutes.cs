using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tests.Support;

/// <summary>Every address the site answers, taken from the site itself so that no new page is missed.</summary>
public static class SiteRoutes
{
    /// <summary>Pages and other endpoints, by pattern.</summary>
    public static IReadOnlyList<string> Routes(this SiteHost site) =>
        [.. Endpoints(site).Where(e => !IsFile(e)).Select(Pattern).Distinct().Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Files(this SiteHost site) =>
        [.. Endpoints(site).Where(IsFile).Select(Pattern).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Pages with the names of their POST handlers; an empty name is the page's default handler.</summary>
    public static IReadOnlyList<(string Route, string Handler)> PostHandlers(this SiteHost site) =>
    [
        .. Endpoints(site).Select(e => (Endpoint: e, Page: e.Metadata.GetMetadata<CompiledPageActionDescriptor>())).Where(e => e.Page is not null)
            .SelectMany(e => e.Page!.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => (Pattern(e.Endpoint), h.Name ?? ""))).Distinct().Order(),
    ];

    /// <summary>The page and handler that an address leads to, named as in <see cref="PostHandlers"/>.</summary>
    public static (string Route, string Handler) HandlerOf(this SiteHost site, string address)
    {
        var parts = address.Split('?', 2);
        var route = Routes(site)
            .Where(r => !r.Contains("**", StringComparison.Ordinal) && new TemplateMatcher(TemplateParser.Parse(r), []).TryMatch(parts[0], []))
            .MinBy(r => r.Count(c => c == '{'));
        var handler = parts.Length == 1 ? null : QueryHelpers.ParseQuery(parts[1]).GetValueOrDefault("handler").ToString();
        return (route ?? parts[0], handler ?? "");
    }

    /// <summary>Every form that these addresses show to a browser, with its real fields.</summary>
    public static async Task<IReadOnlyList<SiteForm>> FormsAsync(this SiteBrowser browser, IEnumerable<string> addresses)
    {
        var forms = new List<SiteForm>();
        foreach (var address in addresses)
            forms.AddRange((await browser.GetAsync(address)).Forms().Select(f => f.FillBlanks()));
        return forms;
    }

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static IEnumerable<RouteEndpoint> Endpoints(SiteHost site) =>
        site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
}
