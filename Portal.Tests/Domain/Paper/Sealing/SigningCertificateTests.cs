using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Portal.Domain.Paper.Sealing;

namespace Portal.Tests.Domain.Paper.Sealing;

public class SigningCertificateTests
{
    [Fact]
    public void A_second_start_reuses_the_certificate()
    {
        var folder = SealSamples.Folder();
        using var first = SealSamples.New(folder, SealSamples.Now);
        using var second = SealSamples.New(folder, SealSamples.Now.AddYears(1));
        Assert.Equal(first.Current.Thumbprint, second.Current.Thumbprint);
        Assert.Equal(3072, second.Current.GetRSAPublicKey()!.KeySize);
        Assert.Equal(SealSamples.Now.AddYears(10).UtcDateTime, second.ExpiresAt);
    }

    [Fact]
    public void Key_and_password_are_readable_only_by_their_owner()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var folder = SealSamples.Folder();
        using var made = SealSamples.New(folder, SealSamples.Now);
        foreach (var name in (string[])["seal.pfx", "seal.password"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, name)));
    }

    [Fact]
    public async Task Seals_of_a_replaced_certificate_stay_verifiable()
    {
        var folder = SealSamples.Folder();
        using var first = SealSamples.New(folder, SealSamples.Now);
        var pdf = await SealSamples.Seal(first).SealAsync(PaperSamples.Spanish, "Motivo", "Aquí");
        using var renewed = SealSamples.New(folder, SealSamples.Now.AddYears(10).AddDays(-10));
        Assert.NotEqual(first.Current.Thumbprint, renewed.Current.Thumbprint);
        Assert.Equal(2, renewed.Trusted.Count);
        Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(pdf, renewed.Trusted));
    }

    [Fact]
    public async Task After_a_renewal_old_seals_stay_verifiable_and_new_ones_use_the_new_certificate()
    {
        var folder = SealSamples.Folder();
        using var first = SealSamples.New(folder, SealSamples.Now);
        var before = await SealSamples.Seal(first).SealAsync(PaperSamples.Spanish, "Motivo", "Aquí");
        SigningCertificate.Renew(folder, "Office of Representative Jane Example", new StoppedClock(SealSamples.Now)).Dispose();
        using var next = SealSamples.New(folder, SealSamples.Now);
        Assert.NotEqual(first.Current.Thumbprint, next.Current.Thumbprint);
        var after = await SealSamples.Seal(next).SealAsync(PaperSamples.Spanish, "Motivo", "Aquí");
        Assert.All((byte[][])[before, after], pdf => Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(pdf, next.Trusted)));
        Assert.IsType<SealVerdict.NotOurs>(PdfVerification.Verify(after, first.Trusted));
    }

    [Fact]
    public async Task A_purchased_certificate_is_used_and_old_seals_stay_verifiable()
    {
        var folder = SealSamples.Folder();
        using var own = SealSamples.New(folder, SealSamples.Now);
        var before = await SealSamples.Seal(own).SealAsync(PaperSamples.Spanish, "Motivo", "Aquí");
        using var bought = SigningCertificate.Load(folder, Purchased("CN=Bought", folder), "secret");
        var after = await SealSamples.Seal(bought).SealAsync(PaperSamples.Spanish, "Motivo", "Aquí");
        Assert.Equal("Bought", Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(after, bought.Trusted)).Signer);
        Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(before, bought.Trusted));
        // A second purchased certificate, then back to our own.
        using var second = SigningCertificate.Load(folder, Purchased("CN=Second", folder), "secret");
        Assert.All((byte[][])[before, after], pdf => Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(pdf, second.Trusted)));
        using var again = SealSamples.New(folder, SealSamples.Now);
        Assert.Equal(own.Current.Thumbprint, again.Current.Thumbprint);
        Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(after, again.Trusted));
    }

    [Fact]
    public void A_renewal_replaces_a_key_whose_password_is_lost()
    {
        var folder = SealSamples.Folder();
        SealSamples.New(folder, SealSamples.Now).Dispose();
        File.WriteAllText(Path.Combine(folder, "seal.password"), "wrong");
        using var renewed = SigningCertificate.Renew(folder, "Office", new StoppedClock(SealSamples.Now));
        Assert.Equal(2, renewed.Trusted.Count);
    }

    private static string Purchased(string name, string folder)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(SealSamples.Now.AddDays(-1), SealSamples.Now.AddYears(1));
        var path = Path.Combine(folder, name + ".pfx");
        File.WriteAllBytes(path, made.Export(X509ContentType.Pkcs12, "secret"));
        return path;
    }

    [Fact]
    public async Task Concurrent_starts_create_one_certificate()
    {
        var folder = SealSamples.Folder();
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SealSamples.New(folder, SealSamples.Now))));
        Assert.Single(all.Select(one => one.Current.Thumbprint).Distinct());
    }

    [Fact]
    public void A_password_without_its_key_is_replaced()
    {
        var folder = SealSamples.Folder();
        File.WriteAllText(Path.Combine(folder, "seal.password"), "left by a crash");
        using var made = SealSamples.New(folder, SealSamples.Now);
        Assert.True(made.Current.HasPrivateKey);
    }

    [Fact]
    public void A_wrong_password_is_reported()
    {
        var folder = SealSamples.Folder();
        SealSamples.New(folder, SealSamples.Now).Dispose();
        File.WriteAllText(Path.Combine(folder, "seal.password"), "wrong");
        Assert.ThrowsAny<CryptographicException>(() => SealSamples.New(folder, SealSamples.Now));
    }
}
