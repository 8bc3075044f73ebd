using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Tests.Mail;

/// <summary>A key with two self-signed certificates for localhost: a valid one, and one that expired yesterday.</summary>
internal static class LocalCertificates
{
    public static async Task WriteAsync(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        var today = TimeProvider.System.GetUtcNow();
        foreach (var (name, until) in ((string, DateTimeOffset)[])[("certificate", today.AddDays(1)), ("expired", today.AddDays(-1))])
        {
            using var certificate = Request(key).CreateSelfSigned(today.AddDays(-2), until);
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".pem"), certificate.ExportCertificatePem());
        }
    }

    private static CertificateRequest Request(ECDsa key)
    {
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }
}
