using System.Security.Cryptography;
using Portal.Domain.Platform.Bots;

namespace Portal.Web.Hosting;

/// <summary>Security headers for every response, including errors.</summary>
public static class SecurityHeaders
{
    private const string NonceKey = "csp-nonce";

    /// <summary>The nonce that a script element needs in this response, in addition to being our own file.</summary>
    public static string CspNonce(this HttpContext context) =>
        context.Items[NonceKey] as string ?? (string)(context.Items[NonceKey] = RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>Sets the headers when a response starts, because the error handler clears earlier headers.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app)
    {
        var isLocal = app.Environment.IsDevelopment();
        var recaptcha = app.Services.GetRequiredService<RecaptchaOptions>();
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Set(context, isLocal, recaptcha.IsConfigured);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(HttpContext context, bool isLocal, bool withRecaptcha)
    {
        var headers = context.Response.Headers;
        // Uploaded content must not run as our site, even if a browser displays it.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = headers.ContentDisposition.Count > 0 ? "sandbox" : Policy(context.CspNonce(), withRecaptcha);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), "
            + "publickey-credentials-get=(self), publickey-credentials-create=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!isLocal)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (headers.CacheControl.Count == 0 || IsPage(context.Response.ContentType))
            headers.CacheControl = "no-store";
    }

    private static bool IsPage(string? contentType) => contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    private static string Policy(string nonce, bool withRecaptcha)
    {
        var (scripts, frames) = withRecaptcha
            ? (" https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/", "frame-src https://www.google.com/recaptcha/; ")
            : ("", "");
        return $"default-src 'none'; script-src 'self' 'nonce-{nonce}'{scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + $"connect-src 'self'{(withRecaptcha ? " https://www.google.com/recaptcha/" : "")}; worker-src 'self'; {frames}manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    }
}
