using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Domain.Platform.Mail;

/// <summary>Decides whether to trust the mail server's certificate, and remembers why not.</summary>
internal sealed class CertificateCheck(X509Certificate2Collection trusted)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Why the last certificate was not trusted; null when it was.</summary>
    public MailFailureKind? Problem { get; private set; }

    /// <summary>Reads the trusted certificates named in the settings.</summary>
    public static CertificateCheck For(MailServerSettings settings)
    {
        var trusted = new X509Certificate2Collection();
        try
        {
            if (settings.TrustedCertificates is { } file)
                trusted.ImportFromPemFile(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new MailException(new(MailFailureKind.BadSetting, $"{settings.Section}:TrustedCertificates"), fault);
        }

        return new(trusted);
    }

    /// <summary>The TLS validation callback.</summary>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Problem = errors switch
        {
            SslPolicyErrors.None => null,
            SslPolicyErrors.RemoteCertificateChainErrors when certificate is X509Certificate2 shown && chain is not null => ProblemOf(shown, chain),
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => MailFailureKind.CertificateNameWrong,
            _ => MailFailureKind.CertificateNotTrusted,
        };
        return Problem is null;
    }

    private MailFailureKind? ProblemOf(X509Certificate2 certificate, X509Chain offered)
    {
        if (trusted.Count == 0)
            return ProblemOf(offered);
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(trusted);
        own.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        // An office's own authority seldom publishes revocation lists.
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in offered.ChainElements)
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        return own.Build(certificate) ? null : ProblemOf(own);
    }

    private static MailFailureKind ProblemOf(X509Chain chain) => chain.ChainStatus.Any(s => s.Status.HasFlag(X509ChainStatusFlags.NotTimeValid))
        ? MailFailureKind.CertificateExpired
        : MailFailureKind.CertificateNotTrusted;
}
