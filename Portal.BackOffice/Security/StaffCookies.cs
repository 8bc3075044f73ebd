using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Security;

/// <summary>The cookies of the back office: one for the session, and two that last from one sign-in step to the next.</summary>
internal static class StaffCookies
{
    /// <summary>Remembers for ten minutes whose password was correct.</summary>
    public const string HalfWay = "StaffHalfWay";

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Absolute = TimeSpan.FromHours(12);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddStaffCookies(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.TwoFactorUserIdScheme).AddCookie(HalfWay);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = KeepProof;
        });
        Configure(services, IdentityConstants.ApplicationScheme, Session);
        Configure(services, IdentityConstants.TwoFactorUserIdScheme, (options, p) => Between(options, p, "staff-passkey"));
        Configure(services, HalfWay, (options, p) => Between(options, p, "staff-step"));
        return services;
    }

    private static void Configure(IServiceCollection services, string scheme, Action<CookieAuthenticationOptions, IServiceProvider> configure) =>
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>>(p =>
            new ConfigureNamedOptions<CookieAuthenticationOptions>(scheme, options => configure(options, p)));

    private static void Session(CookieAuthenticationOptions options, IServiceProvider services)
    {
        Guard(options, services, "staff");
        // Lax, not Strict, because a link in an email has to find the session.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.SessionStore = services.GetRequiredService<SessionStore>();
        options.LoginPath = Links.Office.SignIn;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = async context =>
        {
            // The framework's address begins with the Host header, which anyone can set.
            var signIn = new Uri(context.RedirectUri).PathAndQuery;
            if (!await TypedText.ShowAsync(context.HttpContext, signIn))
                context.Response.Redirect(signIn);
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = ValidateAsync;
        // An open page that reports itself isn't somebody at work. What is typed there is.
        options.Events.OnCheckSlidingExpiration = context =>
        {
            if (context.Request.Path.Value?.EndsWith("/draft", StringComparison.OrdinalIgnoreCase) == true && context.Request.Query["handler"] == "here")
                context.ShouldRenew = false;
            return Task.CompletedTask;
        };
    }

    private static void Between(CookieAuthenticationOptions options, IServiceProvider services, string name)
    {
        Guard(options, services, name);
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = Step;
        options.SlidingExpiration = false;
    }

    private static void Guard(CookieAuthenticationOptions options, IServiceProvider services, string name)
    {
        var rules = services.GetRequiredService<CookieRules>();
        options.Cookie.Name = rules.Name(name);
        options.Cookie.SecurePolicy = rules.Policy;
        options.Cookie.HttpOnly = true;
        options.Cookie.IsEssential = true;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (StaffPrincipal.SignedInAt(context.Principal) is not { } since || now - since > Absolute)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    // The validator rebuilds the principal from the database, which doesn't know how this session began.
    private static Task KeepProof(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.NewPrincipal?.Identity is ClaimsIdentity identity)
            identity.AddClaims(context.CurrentPrincipal!.FindAll(c => c.Type is StaffPrincipal.ProofClaim or StaffPrincipal.SignedInClaim));
        return Task.CompletedTask;
    }
}
