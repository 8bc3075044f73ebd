using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Domain.Paper.Sealing;

/// <summary>The files behind <see cref="SigningCertificate"/>. A file is written completely under another name, then moved.</summary>
internal sealed class CertificateFolder
{
    private readonly string _folder;
    private readonly string _former;

    public CertificateFolder(string folder)
    {
        _folder = folder;
        _former = Path.Combine(folder, "certificates");
        Directory.CreateDirectory(_former);
    }

    private string OwnPfx => Path.Combine(_folder, "seal.pfx");

    private string OwnPassword => Path.Combine(_folder, "seal.password");

    /// <summary>Two processes that start at the same time on the same folder must not create two certificates.</summary>
    public T Alone<T>(Func<T> work)
    {
        using var gate = OpenGate();
        return work();
    }

    public X509Certificate2? ReadOwn() =>
        File.Exists(OwnPfx) && File.Exists(OwnPassword) ? Read(OwnPfx, File.ReadAllText(OwnPassword)) : null;

    /// <summary>Also null when the password doesn't open it; its public part was saved when it was created.</summary>
    public X509Certificate2? TryReadOwn()
    {
        try
        {
            return ReadOwn();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The password is written first. Without the PFX it's useless and is replaced at the next start.</summary>
    public void WriteOwn(X509Certificate2 certificate)
    {
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var strong = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 100_000);
        File.Delete(OwnPfx);
        Write(OwnPassword, System.Text.Encoding.ASCII.GetBytes(password));
        Write(OwnPfx, certificate.ExportPkcs12(strong, password));
    }

    /// <summary>Keeps the public certificate so that its seals stay verifiable.</summary>
    public SigningCertificate Remember(X509Certificate2 current)
    {
        var file = Path.Combine(_former, current.GetCertHashString(HashAlgorithmName.SHA256) + ".cer");
        if (!File.Exists(file))
            Write(file, current.RawData);
        var former = Directory.EnumerateFiles(_former, "*.cer").Order(StringComparer.Ordinal);
        return new SigningCertificate(current, [.. former.Select(X509CertificateLoader.LoadCertificateFromFile)]);
    }

    public static X509Certificate2 Read(string pfx, string? password)
    {
        var certificate = X509CertificateLoader.LoadPkcs12FromFile(pfx, password);
        return certificate.HasPrivateKey ? certificate : throw new CryptographicException($"{pfx} has no private key.");
    }

    // Creating a key takes a second, or many on a busy machine. Waiting at startup is better than failing.
    private FileStream OpenGate()
    {
        const int TwoMinutes = 2 * 60 * 1000 / 50;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(Path.Combine(_folder, "seal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException busy) when (attempt < TwoMinutes && busy is not (FileNotFoundException or DirectoryNotFoundException))
            {
                Thread.Sleep(50);
            }
        }
    }

    private static void Write(string path, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
