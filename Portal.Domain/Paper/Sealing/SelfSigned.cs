using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Domain.Paper.Sealing;

/// <summary>Creates self-signed certificates. RSA and not ECDSA, because every PDF viewer and openssl of the last decade can check it.</summary>
internal static class SelfSigned
{
    public static X509Certificate2 Make(string officeName, DateTimeOffset now)
    {
        using var key = RSA.Create(3072);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(Shortened(officeName));
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddYears(10));
    }

    /// <summary>X.520 allows 64 characters in a common name.</summary>
    private static string Shortened(string name) =>
        string.IsNullOrWhiteSpace(name) ? "Portal" : name.Trim() is { Length: > 64 } longName ? longName[..64] : name.Trim();
}
