using System.Security.Cryptography.X509Certificates;

namespace Portal.Domain.Paper.Sealing;

/// <summary>The office's current sealing key, and the certificates of all keys it has ever used.</summary>
public sealed class SigningCertificate : IDisposable
{
    internal SigningCertificate(X509Certificate2 current, IReadOnlyList<X509Certificate2> trusted)
    {
        Current = current;
        Trusted = trusted;
    }

    /// <summary>The current certificate, with its private key.</summary>
    public X509Certificate2 Current { get; }

    /// <summary>The public certificates for verification: the current and former ones.</summary>
    public IReadOnlyList<X509Certificate2> Trusted { get; }

    public DateTime ExpiresAt => Current.NotAfter.ToUniversalTime();

    /// <summary>
    /// Portal's own certificate: RSA-3072, self-signed, valid for ten years. Created at the first call and renewed within 30 days
    /// of its expiry.
    /// </summary>
    /// <param name="folder">
    /// The folder with <c>seal.pfx</c> and <c>seal.password</c>, both readable only by their owner, and <c>certificates/</c> with
    /// every public certificate used so far. Back it up, or old seals can no longer be verified.
    /// </param>
    /// <param name="officeName">The name of the signer.</param>
    /// <param name="clock">The clock for the validity period.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The password doesn't open the file.</exception>
    public static SigningCertificate LoadOrCreate(string folder, string officeName, TimeProvider clock)
    {
        var store = new CertificateFolder(folder);
        return store.Alone(() =>
        {
            var current = store.ReadOwn();
            if (current is null || current.NotAfter.ToUniversalTime() < clock.GetUtcNow().UtcDateTime.AddDays(30))
            {
                current?.Dispose();
                using var made = SelfSigned.Make(officeName, clock.GetUtcNow());
                store.WriteOwn(made);
                current = store.ReadOwn()!;
            }

            return store.Remember(current);
        });
    }

    /// <summary>
    /// Replaces Portal's own certificate, for example because its key was exposed. What the old one sealed stays verifiable.
    /// Running processes seal with the old one until they restart.
    /// </summary>
    /// <param name="folder">As for <see cref="LoadOrCreate"/>.</param>
    /// <param name="officeName">The name of the signer.</param>
    /// <param name="clock">The clock for the validity period.</param>
    public static SigningCertificate Renew(string folder, string officeName, TimeProvider clock)
    {
        var store = new CertificateFolder(folder);
        return store.Alone(() =>
        {
            if (store.TryReadOwn() is { } old)
                store.Remember(old).Dispose();
            using var made = SelfSigned.Make(officeName, clock.GetUtcNow());
            store.WriteOwn(made);
            return store.Remember(store.ReadOwn()!);
        });
    }

    /// <summary>A certificate issued elsewhere, for example by an agency or a commercial authority.</summary>
    /// <param name="folder">As for <see cref="LoadOrCreate"/>; only <c>certificates/</c> is used.</param>
    /// <param name="pfx">The path of the PKCS#12 file, which stays where it is.</param>
    /// <param name="password">The password of that file.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Wrong password, or no private key inside.</exception>
    public static SigningCertificate Load(string folder, string pfx, string? password)
    {
        var store = new CertificateFolder(folder);
        return store.Alone(() => store.Remember(CertificateFolder.Read(pfx, password)));
    }

    public void Dispose()
    {
        Current.Dispose();
        foreach (var certificate in Trusted)
            certificate.Dispose();
    }
}
