using System.Security.Cryptography.X509Certificates;

namespace Portal.Domain.Paper.Sealing;

/// <summary>The key the office seals with, and the certificates of all keys it has ever sealed with.</summary>
public sealed class SigningCertificate : IDisposable
{
    internal SigningCertificate(X509Certificate2 current, IReadOnlyList<X509Certificate2> trusted)
    {
        Current = current;
        Trusted = trusted;
    }

    /// <summary>With its private key.</summary>
    public X509Certificate2 Current { get; }

    /// <summary>Public certificates to verify with, this and the former ones.</summary>
    public IReadOnlyList<X509Certificate2> Trusted { get; }

    public DateTime ExpiresAt => Current.NotAfter.ToUniversalTime();

    /// <summary>
    /// The certificate made by the portal itself: RSA-3072, self-signed, ten years. Made at the first call, and anew
    /// within 30 days of its end.
    /// </summary>
    /// <param name="folder">
    /// Holds <c>seal.pfx</c> and <c>seal.password</c>, both readable by their owner alone, and <c>certificates/</c>
    /// with every public certificate used so far: back it up, or old seals can no longer be verified.
    /// </param>
    /// <param name="officeName">Named as the signer.</param>
    /// <param name="clock">For the dates of validity.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The file and its password do not fit.</exception>
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
    /// Makes a new certificate in the place of the one the portal made itself, for example because its key was seen by
    /// others. What the old one sealed stays verifiable. Running processes seal with the old one until they start anew.
    /// </summary>
    /// <param name="folder">As for <see cref="LoadOrCreate"/>.</param>
    /// <param name="officeName">Named as the signer.</param>
    /// <param name="clock">For the dates of validity.</param>
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

    /// <summary>A certificate from elsewhere, for example from an agency or a commercial authority.</summary>
    /// <param name="folder">As for <see cref="LoadOrCreate"/>; only <c>certificates/</c> is used.</param>
    /// <param name="pfx">Path of the PKCS#12 file, which stays where it is.</param>
    /// <param name="password">Of that file.</param>
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
