using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Domain.Platform.Bots;

namespace Portal.Web.Hosting;

/// <summary>Sets up the bot check.</summary>
public static class BotChecks
{
    /// <summary>A field that people don't see. Its name must mean nothing to a browser's autofill.</summary>
    public const string HoneypotField = "extra_notes_b";

    /// <summary>The sealed time when the form was first shown.</summary>
    public const string StartedField = "form_started";

    /// <summary>Registers the built-in check, or reCAPTCHA if <c>Portal:Recaptcha</c> has both keys.</summary>
    public static void AddBotChecks(this IServiceCollection services, IConfiguration configuration)
    {
        var recaptcha = configuration.GetSection("Portal:Recaptcha").Get<RecaptchaOptions>() ?? new();
        services.AddSingleton(recaptcha);
        services.AddSingleton(provider => Seal(provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<ProofOfWork>();
        services.AddSingleton<FormClock>();
        services.AddScoped<SpentChallenges>().AddScoped<BotGate>();
        if (recaptcha.IsConfigured)
            services.AddHttpClient<IBotCheck, RecaptchaBotCheck>();
        else
            services.AddScoped<IBotCheck, QuietBotCheck>();
    }

    /// <summary>Maps the endpoint that gives the widget its puzzles. Issuing one writes nothing.</summary>
    public static void MapBotChecks(this WebApplication app) =>
        app.MapGet("/altcha", (ProofOfWork work) => Results.Json(work.Issue())).AllowAnonymous();

    /// <summary>Reads the posted form's answer to the bot check.</summary>
    /// <param name="request">A posted form.</param>
    /// <param name="action">Which form it is, such as <c>request</c>; must match <c>_BotCheck</c>.</param>
    public static async Task<BotAnswer> BotAnswerAsync(this HttpRequest request, string action)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return new(action, form[HoneypotField], form[StartedField], form["altcha"], form["g-recaptcha-response"]);
    }

    private static BotSeal Seal(IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("bot-check");
        return new(protector.Protect, value =>
        {
            try
            {
                return protector.Unprotect(value);
            }
            catch (CryptographicException)
            {
                return null;
            }
        });
    }
}
