using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Portal.BackOffice.Kit;

namespace Portal.Web.Sessions;

/// <summary>Registers constituents' sessions.</summary>
public static class ConstituentSessions
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Absolute = TimeSpan.FromHours(2);

    /// <summary>Adds the cookie scheme; the ticket itself stays on the server.</summary>
    public static IServiceCollection AddConstituentSessions(this IServiceCollection services)
    {
        // In a process with only the Public role, this is the only scheme. The framework would make it the default and
        // tie forms to the session, and a message posted after the session ended would be lost.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddHttpContextAccessor();
        services.AddAuthentication().AddCookie(ConstituentSession.Scheme);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>>(p =>
            new ConfigureNamedOptions<CookieAuthenticationOptions>(ConstituentSession.Scheme, options => Configure(options, p)));
        return services.AddScoped<ConstituentSession>().AddScoped<DraftCookie>();
    }

    private static void Configure(CookieAuthenticationOptions options, IServiceProvider services)
    {
        var rules = services.GetRequiredService<CookieRules>();
        options.Cookie.Name = rules.Name(ConstituentSession.CookieName);
        options.Cookie.SecurePolicy = rules.Policy;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.SessionStore = services.GetRequiredService<SessionStore>();
        options.Events.OnValidatePrincipal = context =>
        {
            // Based on the start of the session, because the issue time moves with every renewal.
            if (!long.TryParse(context.Properties.GetString(ConstituentSession.Began), CultureInfo.InvariantCulture, out var began)
                || services.GetRequiredService<TimeProvider>().GetUtcNow().UtcTicks - began > Absolute.Ticks)
                context.RejectPrincipal();
            return Task.CompletedTask;
        };
    }
}
