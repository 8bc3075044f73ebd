using Microsoft.AspNetCore.HttpOverrides;
using Portal.BackOffice.Kit;
using Portal.Web.Hosting.Uploads;

namespace Portal.Web.Hosting;

/// <summary>What both sites share: static files, language, security headers, limits, error pages, and the bot check.</summary>
public static class PortalHosting
{
    /// <summary>
    /// Finds the site's files next to the executable when it runs from a published folder, regardless of the current
    /// directory.
    /// </summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    /// <summary>Registers the services.</summary>
    public static WebApplicationBuilder AddPortalHosting(this WebApplicationBuilder builder)
    {
        // Also outside Development, so that an unpublished build still finds its styles.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        builder.Services.AddScoped<Translator>().AddScoped<Terms>();
        builder.Services.AddScoped<OfficeNavigation>();
        builder.Services.AddLanguages();
        builder.Services.AddErrorPages();
        builder.Services.AddRateLimits(builder.Configuration);
        builder.Services.AddForms(builder);
        builder.Services.AddBotChecks(builder.Configuration);
        return builder;
    }

    /// <summary>
    /// Adds everything that comes before authentication; call <c>UseAuthentication</c>, <c>UseAuthorization</c> and
    /// <see cref="MapPortalHosting"/> afterwards.
    /// </summary>
    public static WebApplication UsePortalHosting(this WebApplication app)
    {
        app.UseForwardedHeaders(Proxies(app.Configuration));
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseErrorPages();
        app.UseKnownHosts();
        app.UseKnownMethods();
        app.UseLanguageOfLinks();
        if (app.Services.GetService<CookieRules>() is { Secure: true })
            app.Use(DemandHttpsAsync);
        app.Use(RefuseNulAsync);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseSealedForms();
        return app;
    }

    /// <summary>Maps static files, the language link, and the bot check's puzzles.</summary>
    public static WebApplication MapPortalHosting(this WebApplication app)
    {
        app.MapStaticAssets().DisableRateLimiting();
        app.MapLanguages();
        app.MapBotChecks();
        return app;
    }

    // Cookies are sent over HTTPS only, so every form would fail without an explanation. Local health probes may use
    // HTTP.
    private static async Task DemandHttpsAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/healthz") || context.Request.Path.StartsWithSegments("/readyz"))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(
            "This site is opened by https only. / Este sitio se abre solo con https.\n\n"
                + "For whoever runs it: the connection came by http. Name the proxy that ends https in Portal:Proxies, "
                + "or, to try the site on one machine, set Portal:AllowHttp to true.\n");
    }

    // Text columns can't store NUL, and no browser sends it. Forms are cleaned of it; a URL that contains it isn't one
    // of ours.
    private static Task RefuseNulAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) != true)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static ForwardedHeadersOptions Proxies(IConfiguration configuration)
    {
        var proxies = configuration.GetSection("Portal:Proxies").Get<string[]>() ?? [];
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies)
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network.Contains('/') ? network : network + (network.Contains(':') ? "/128" : "/32")));
        return options;
    }
}
