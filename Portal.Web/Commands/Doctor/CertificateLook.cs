using System.Runtime.CompilerServices;
using Portal.Domain.Platform.Pdf.Sealing;

namespace Portal.Web.Commands.Doctor;

/// <summary>What releases are sealed with, and how long it is valid.</summary>
internal static class CertificateLook
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.WaitAsync(cancellation);
        if (string.IsNullOrEmpty(services.Settings.Certificate.Path) && !File.Exists(services.Settings.In("certificates", "seal.pfx")))
        {
            yield return Finding.Fine("No certificate has been made yet; the first signature makes one.");
            yield break;
        }

        var certificate = services.Get<SigningCertificate>();
        var left = certificate.ExpiresAt - services.Get<TimeProvider>().GetUtcNow().UtcDateTime;
        yield return left < TimeSpan.Zero ? Finding.Problem($"The certificate that seals releases ended on {certificate.ExpiresAt:yyyy-MM-dd}. Put a new one in its place.")
            : left < Soon ? Finding.Problem($"The certificate that seals releases ends on {certificate.ExpiresAt:yyyy-MM-dd}. Put a new one in its place.")
            : Finding.Fine($"Releases are sealed with a certificate that is valid until {certificate.ExpiresAt:yyyy-MM-dd}.");
    }
}
