using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Portal.Domain.Paper.Sealing;
using Portal.Web.Hosting;

namespace Portal.Web.Commands;

/// <summary>Shows or renews the certificate that seals releases.</summary>
internal static class CertificateCommand
{
    public static Command Create(string[] settings)
    {
        var show = new Command("show", "Show the certificate that seals releases, when it expires, and the earlier ones we still recognize.");
        show.SetAction(async (result, cancellation) =>
        {
            await using var services = CommandServices.Open(settings);
            if (IsSelfMade(services) && !File.Exists(services.Settings.In("certificates", "seal.pfx")))
                throw new CommandFailure("No certificate yet. The first signature creates one.");
            await WriteAsync(services.Get<SigningCertificate>(), result.InvocationConfiguration.Output);
            return 0;
        });
        var renew = new Command(
            "renew",
            "Replace the certificate that Portal created with a new one. "
                + "Releases sealed with the old one can still be verified. Restart the site afterward.");
        renew.SetAction(async (result, cancellation) =>
        {
            await using var services = CommandServices.Open(settings);
            if (!IsSelfMade(services))
                throw new CommandFailure(
                    $"Releases are sealed with {services.Settings.Certificate.Path}. Put the new PFX in its place and start the site again.");
            using var made = SigningCertificate.Renew(services.Settings.In("certificates"), PortalServices.SealName, services.Get<TimeProvider>());
            var output = result.InvocationConfiguration.Output;
            await WriteAsync(made, output);
            await output.WriteLineAsync("Restart every process of the site: until then, they seal with the old one. Then make a backup.");
            return 0;
        });
        return new Command("certificate", "The certificate that releases are sealed with.") { show, renew };
    }

    private static bool IsSelfMade(CommandServices services) => string.IsNullOrEmpty(services.Settings.Certificate.Path);

    private static async Task WriteAsync(SigningCertificate certificate, TextWriter output)
    {
        await output.WriteLineAsync($"Sealing with:  {Line(certificate.Current)}");
        foreach (var former in certificate.Trusted.Where(c => c.Thumbprint != certificate.Current.Thumbprint).OrderByDescending(c => c.NotBefore))
            await output.WriteLineAsync($"Earlier:       {Line(former)}");
    }

    private static string Line(X509Certificate2 certificate) =>
        $"{certificate.GetNameInfo(X509NameType.SimpleName, false)}, "
        + $"{certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}, "
        + $"SHA-256 {certificate.GetCertHashString(HashAlgorithmName.SHA256)}";
}
