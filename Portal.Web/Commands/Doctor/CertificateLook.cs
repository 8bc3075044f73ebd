using System.Runtime.CompilerServices;
using Portal.Domain.Paper.Sealing;

namespace Portal.Web.Commands.Doctor;

/// <summary>Checks the sealing certificate and how long it's valid.</summary>
internal static class CertificateLook
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);
    private static readonly TimeSpan MaxClockDrift = TimeSpan.FromMinutes(5);

    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!services.Settings.HasCertificate)
        {
            yield return Finding.Fine("No certificate yet. The first signature creates one.");
            yield break;
        }

        var certificate = services.Get<SigningCertificate>();
        var left = certificate.ExpiresAt - services.Get<TimeProvider>().GetUtcNow().UtcDateTime;
        var remedy = string.IsNullOrEmpty(services.Settings.Certificate.Path)
            ? "Run: certificate renew, then start the site again."
            : "Replace the PFX file and restart the site.";
        yield return left < TimeSpan.Zero ? Finding.Problem($"The certificate that seals releases expired on {certificate.ExpiresAt:yyyy-MM-dd}. {remedy}")
            : left < Soon ? Finding.Problem($"The certificate that seals releases expires on {certificate.ExpiresAt:yyyy-MM-dd}. {remedy}")
            : Finding.Fine($"Releases are sealed with a certificate valid until {certificate.ExpiresAt:yyyy-MM-dd}.");
        if (certificate.Trusted.Count > 1)
            yield return Finding.Fine($"Releases sealed with {certificate.Trusted.Count - 1} earlier certificates can still be verified.");
        if (services.TryGet<TimestampAuthority>() is { } authority)
            yield return await TimestampAsync(authority, services.Get<TimeProvider>(), cancellation);
    }

    private static async Task<Finding> TimestampAsync(TimestampAuthority authority, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            var apart = (await authority.AskAsync(cancellation) - clock.GetUtcNow().UtcDateTime).Duration();
            return apart < MaxClockDrift
                ? Finding.Fine("The timestamp authority answers.")
                : Finding.Problem($"This machine's clock and the timestamp authority's are {apart.TotalMinutes:0} minutes apart.");
        }
        catch (Exception failure) when (failure is HttpRequestException or System.Security.Cryptography.CryptographicException or TaskCanceledException)
        {
            return Finding.Problem(
                $"The timestamp authority isn't issuing timestamps, so releases are sealed without one: {failure.Message.ReplaceLineEndings(" ")}");
        }
    }
}
