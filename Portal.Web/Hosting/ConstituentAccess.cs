using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Portal.BackOffice.Security;

namespace Portal.Web.Hosting;

/// <summary>Registers constituents' sessions.</summary>
public static class ConstituentAccess
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Absolute = TimeSpan.FromHours(2);

    /// <summary>The property of a ticket that says when its session began, UTC ticks.</summary>
    internal const string Began = "began";

    /// <summary>Adds the cookie scheme; the ticket itself stays on the server.</summary>
    public static void AddConstituentAccess(this IServiceCollection services)
    {
        // A process with the Public role alone has this one scheme. The framework would make it the default and tie the forms
        // to the session, and a message posted after its end would be lost.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddHttpContextAccessor();
        services.AddScoped<ConstituentSession>().AddScoped<DraftCookie>();
        services.AddScoped<Pages.Request.RequestJourney>().AddScoped<Pages.Release.SigningRoom>();
        services.AddAuthentication().AddCookie(SessionStore.ConstituentScheme);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>>(p => new ConfigureNamedOptions<CookieAuthenticationOptions>(SessionStore.ConstituentScheme, options =>
        {
            var rules = p.GetRequiredService<CookieRules>();
            options.Cookie.Name = rules.Name("case");
            options.Cookie.SecurePolicy = rules.Policy;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.SessionStore = p.GetRequiredService<SessionStore>();
            options.Events.OnValidatePrincipal = context =>
            {
                // Kept from the start of the session: the time of issue moves with every renewal.
                if (!long.TryParse(context.Properties.GetString(Began), CultureInfo.InvariantCulture, out var began)
                    || p.GetRequiredService<TimeProvider>().GetUtcNow().UtcTicks - began > Absolute.Ticks)
                    context.RejectPrincipal();
                return Task.CompletedTask;
            };
        }));
    }
}
