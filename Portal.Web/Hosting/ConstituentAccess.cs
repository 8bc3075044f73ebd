using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Portal.BackOffice.Security;

namespace Portal.Web.Hosting;

/// <summary>Registers constituents' sessions.</summary>
public static class ConstituentAccess
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Absolute = TimeSpan.FromHours(2);

    /// <summary>Adds the cookie scheme; the ticket itself stays on the server.</summary>
    public static void AddConstituentAccess(this IServiceCollection services)
    {
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
                if (context.Properties.IssuedUtc is { } issued && context.Properties.GetString("began") is null)
                    context.Properties.SetString("began", issued.UtcTicks.ToString());
                var began = new DateTimeOffset(long.Parse(context.Properties.GetString("began")!), TimeSpan.Zero);
                if (p.GetRequiredService<TimeProvider>().GetUtcNow() - began > Absolute)
                    context.RejectPrincipal();
                return Task.CompletedTask;
            };
        }));
    }
}
