using System.Globalization;

namespace Portal.Web.Hosting;

/// <summary>Files that machines look for at fixed URLs: rules for search engines, and the vulnerability contact.</summary>
public static class WellKnownFiles
{
    private const string SecurityTxtPath = "/.well-known/security.txt";

    // Everything behind a link, code, or draft, and intermediate steps. The first page of each flow stays open.
    private static readonly string[] Personal = ["/office", "/request/", "/release/", "/status/", "/verify?", "/language/", "/leave", "/error/", "/altcha", "/mail", "/news/"];

    /// <summary>
    /// Maps /robots.txt and /.well-known/security.txt. The latter returns 404 until a contact and expiration date are
    /// set.
    /// </summary>
    public static void MapWellKnownFiles(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<PortalSettings>();
        var robots = Robots(settings);
        app.MapGet("/robots.txt", () => Results.Text(robots)).AllowAnonymous();
        var security = SecurityTxt(settings);
        app.MapGet(SecurityTxtPath, () => security is null ? Results.NotFound() : Results.Text(security)).AllowAnonymous();
    }

    private static string Robots(PortalSettings settings)
    {
        var closed = settings.SearchEngines && settings.Has("Public") ? Personal : ["/"];
        return string.Concat(closed.Select(path => $"Disallow: {path}\n").Prepend("User-agent: *\n"));
    }

    // RFC 9116.
    private static string? SecurityTxt(PortalSettings settings) => settings.SecurityTxt is { IsWhole: true } file
        ? string.Create(CultureInfo.InvariantCulture,
            $"Contact: {file.Contact}\nExpires: {file.Expires:yyyy-MM-dd}T23:59:59Z\nPreferred-Languages: {file.Languages}\n"
            + $"Canonical: {new Uri(new Uri(settings.PublicUrl!), SecurityTxtPath)}\n")
        : null;
}
