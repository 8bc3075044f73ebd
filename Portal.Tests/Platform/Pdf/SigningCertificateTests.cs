using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Portal.Domain.Platform.Pdf.Sealing;

namespace Portal.Tests.Platform.Pdf;

public class SigningCertificateTests
{
    [Fact]
    public void The_second_start_finds_the_certificate_of_the_first()
    {
        var folder = SealSamples.Folder();
        using var first = SealSamples.New(folder, SealSamples.Now);
        using var second = SealSamples.New(folder, SealSamples.Now.AddYears(1));
        Assert.Equal(first.Current.Thumbprint, second.Current.Thumbprint);
        Assert.Equal(3072, second.Current.GetRSAPublicKey()!.KeySize);
        Assert.Equal(SealSamples.Now.AddYears(10).UtcDateTime, second.ExpiresAt);
    }

    [Fact]
    public void Key_and_password_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var folder = SealSamples.Folder();
        using var made = SealSamples.New(folder, SealSamples.Now);
        foreach (var name in (string[])["seal.pfx", "seal.password"])
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, name)));
        }
    }

    [Fact]
    public async Task What_a_former_certificate_sealed_stays_verifiable()
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
    public async Task Starting_twice_at_once_makes_one_certificate()
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
    public void A_wrong_password_is_said()
    {
        var folder = SealSamples.Folder();
        SealSamples.New(folder, SealSamples.Now).Dispose();
        File.WriteAllText(Path.Combine(folder, "seal.password"), "wrong");
        Assert.ThrowsAny<CryptographicException>(() => SealSamples.New(folder, SealSamples.Now));
    }
}
