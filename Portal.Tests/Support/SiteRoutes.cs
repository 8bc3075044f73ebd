using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tests.Support;

/// <summary>Every address the site answers, from the site itself, so that a new page cannot be forgotten.</summary>
public static class SiteRoutes
{
    /// <summary>Pages and other endpoints, by their pattern.</summary>
    public static IReadOnlyList<string> Routes(this SiteHost site) =>
        [.. Endpoints(site).Where(e => !IsFile(e)).Select(Pattern).Distinct().Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Files(this SiteHost site) => [.. Endpoints(site).Where(IsFile).Select(Pattern).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Pages with the names of their POST handlers; an empty name is the page's own.</summary>
    public static IReadOnlyList<(string Route, string Handler)> PostHandlers(this SiteHost site) =>
    [
        .. Endpoints(site).Select(e => (Endpoint: e, Page: e.Metadata.GetMetadata<CompiledPageActionDescriptor>())).Where(e => e.Page is not null)
            .SelectMany(e => e.Page!.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => (Pattern(e.Endpoint), h.Name ?? ""))).Distinct().Order(),
    ];

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static IEnumerable<RouteEndpoint> Endpoints(SiteHost site) => site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
}
