using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Paper;
using Portal.Domain.Paper.Sealing;

namespace Portal.Tests.Domain.Paper.Sealing;

public class PdfSealTests
{
    [Fact]
    public async Task A_sealed_document_is_verified()
    {
        var pdf = await SealSamples.Release;
        var verdict = Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(pdf));
        Assert.Equal("Office of Representative Jane Example", verdict.Signer);
        Assert.Equal(SealSamples.Now.UtcDateTime, verdict.SignedAt);
        Assert.Equal(DateTimeKind.Utc, verdict.SignedAt.Kind);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(pdf)), verdict.Sha256);
        Assert.Null(verdict.StampedAt);
    }

    [Fact]
    public async Task Pdfsig_and_qpdf_accept_a_sealed_document()
    {
        var pdf = await SealSamples.Release;
        var report = PdfTools.Run("pdfsig", pdf, "-nocert", "{}");
        Assert.Contains("Signature Validation: Signature is Valid.", report);
        Assert.Contains("Total document signed", report);
        Assert.DoesNotContain("Signature #2", report);
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Run("qpdf", pdf, "--check", "{}"));
        Assert.Contains("Tagged:          yes", PdfTools.Run("pdfinfo", pdf, "{}"));
    }

    [Fact]
    public async Task The_seal_allows_no_changes()
    {
        var text = Encoding.Latin1.GetString(await SealSamples.Release);
        Assert.Contains("/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>", text);
        Assert.Matches(@"/DocMDP \d+ 0 R", text);
    }

    [Fact]
    public async Task A_finished_PDF_can_be_sealed_but_only_once()
    {
        var seal = SealSamples.Seal(SealSamples.Certificate);
        var sealedPdf = await seal.SealAsync(PaperSamples.Printer.Print(PaperSamples.Release), "Because", "Here");
        Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(sealedPdf));
        Assert.Contains("Signature is Valid", PdfTools.Run("pdfsig", sealedPdf, "-nocert", "{}"));
        Assert.Contains("I declare under penalty of perjury", PdfTools.Words(sealedPdf));
        await Assert.ThrowsAsync<InvalidDataException>(() => seal.SealAsync(sealedPdf, "Again", "Here"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("%PDF-1.7\nnonsense")]
    public Task Anything_but_a_PDF_is_not_sealed(string content) => Assert.ThrowsAsync<InvalidDataException>(() =>
        SealSamples.Seal(SealSamples.Certificate).SealAsync(Encoding.ASCII.GetBytes(content), "Because", "Here"));

    [Fact]
    public async Task Text_in_the_document_cannot_imitate_a_seal()
    {
        var paper = PaperSamples.Of(new Paragraph("/Contents<00>")) with { Title = "/ByteRange [0 10 20 30] /Contents <0000>" };
        Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(await SealSamples.Seal(SealSamples.Certificate)
            .SealAsync(paper, "/ByteRange[0 1 2 3]", "/Contents<00>")));
    }

    [Fact]
    public async Task Certificates_of_an_authority_work()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=Bought", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(SealSamples.Now.AddDays(-1), SealSamples.Now.AddYears(1));
        var folder = SealSamples.Folder();
        var pfx = Path.Combine(folder, "bought.pfx");
        File.WriteAllBytes(pfx, made.Export(X509ContentType.Pkcs12, "secret"));
        using var certificate = SigningCertificate.Load(folder, pfx, "secret");
        var pdf = await SealSamples.Seal(certificate).SealAsync(PaperSamples.Release, "Because", "Here");
        Assert.Equal("Bought", Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(pdf, certificate.Trusted)).Signer);
        Assert.Contains("Signature is Valid", PdfTools.Run("pdfsig", pdf, "-nocert", "{}"));
    }
}
