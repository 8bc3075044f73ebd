using System.Net;

namespace Portal.Web.Hosting;

/// <summary>
/// Which names the site answers to. Anyone can send any Host header, and a page or a cache that believes it would send people
/// elsewhere. Once <c>Portal:PublicUrl</c> is set, only its host, those in <c>Portal:Hosts</c>, and this computer are served.
/// </summary>
public static class KnownHosts
{
    /// <summary>Refuses requests for other hosts, except health probes, which often ask by address.</summary>
    public static void UseKnownHosts(this WebApplication app)
    {
        if (app.Environment.IsDevelopment() || !Uri.TryCreate(app.Configuration["Portal:PublicUrl"], UriKind.Absolute, out var site))
            return;
        var known = (app.Configuration.GetSection("Portal:Hosts").Get<string[]>() ?? []).Append(site.IdnHost).Append("localhost")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        app.Use((context, next) =>
        {
            var host = context.Request.Host.Host;
            if (known.Contains(host) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
                || context.Request.Path.StartsWithSegments("/healthz") || context.Request.Path.StartsWithSegments("/readyz"))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync(
                "This site has another address. / Este sitio tiene otra dirección.\n\n"
                    + "For whoever runs it: list the names it answers to in Portal:Hosts.\n");
        });
    }
}
