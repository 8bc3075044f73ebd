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
        if (string.IsNullOrEmpty(services.Settings.Certificate.Path) && !File.Exists(services.Settings.In("certificates", "seal.pfx")))
        {
            yield return Finding.Fine("No certificate has been made yet; the first signature makes one.");
            yield break;
        }

        var certificate = services.Get<SigningCertificate>();
        var left = certificate.ExpiresAt - services.Get<TimeProvider>().GetUtcNow().UtcDateTime;
        var remedy = string.IsNullOrEmpty(services.Settings.Certificate.Path)
            ? "Run: certificate renew, then start the site again."
            : "Put a new PFX in the place of the old one and start the site again.";
        yield return left < TimeSpan.Zero ? Finding.Problem($"The certificate that seals releases ended on {certificate.ExpiresAt:yyyy-MM-dd}. {remedy}")
            : left < Soon ? Finding.Problem($"The certificate that seals releases ends on {certificate.ExpiresAt:yyyy-MM-dd}. {remedy}")
            : Finding.Fine($"Releases are sealed with a certificate that is valid until {certificate.ExpiresAt:yyyy-MM-dd}.");
        if (certificate.Trusted.Count > 1)
            yield return Finding.Fine($"Releases sealed with {certificate.Trusted.Count - 1} former certificates can be verified.");
        if (services.TryGet<TimestampAuthority>() is { } authority)
            yield return await TimestampAsync(authority, services.Get<TimeProvider>(), cancellation);
    }

    private static async Task<Finding> TimestampAsync(TimestampAuthority authority, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            var apart = (await authority.AskAsync(cancellation) - clock.GetUtcNow().UtcDateTime).Duration();
            return apart < MaxClockDrift
                ? Finding.Fine("The time-stamping authority answers.")
                : Finding.Problem($"The clock of this machine and that of the time-stamping authority are {apart.TotalMinutes:0} minutes apart.");
        }
        catch (Exception failure) when (failure is HttpRequestException or System.Security.Cryptography.CryptographicException or TaskCanceledException)
        {
            return Finding.Problem(
                $"The time-stamping authority gives no time-stamp, so releases are sealed without one: {failure.Message.ReplaceLineEndings(" ")}");
        }
    }
}
