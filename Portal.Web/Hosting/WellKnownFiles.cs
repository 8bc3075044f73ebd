using System.Globalization;

namespace Portal.Web.Hosting;

/// <summary>What machines look for at fixed addresses: what search engines may read, and whom to tell about a vulnerability.</summary>
public static class WellKnownFiles
{
    private const string SecurityTxtPath = "/.well-known/security.txt";

    // Everything behind a link, a code or a draft, and what is only a step. The first page of each stays open.
    private static readonly string[] Personal = ["/office", "/request/", "/release/", "/status/", "/verify?", "/language/", "/error/", "/altcha", "/mail"];

    /// <summary>Maps /robots.txt and /.well-known/security.txt; the latter is not found until the settings name a contact and a day.</summary>
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
            $"Contact: {file.Contact}\nExpires: {file.Expires:yyyy-MM-dd}T23:59:59Z\nPreferred-Languages: {file.Languages}\nCanonical: {new Uri(new Uri(settings.PublicUrl!), SecurityTxtPath)}\n")
        : null;
}
