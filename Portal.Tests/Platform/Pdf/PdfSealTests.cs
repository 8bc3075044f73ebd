using Portal.Domain.Platform.Pdf.Sealing;

namespace Portal.Tests.Platform.Pdf;

public class PdfSealTests
{
    [Fact]
    public async Task A_sealed_paper_is_verified_by_us()
    {
        var pdf = await SealSamples.Release;
        File.WriteAllBytes("/tmp/pdf-sealed.pdf", pdf);
        var verdict = Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(pdf));
        Assert.Equal("Office of Representative Jane Example", verdict.Signer);
        Assert.Equal(SealSamples.Now.UtcDateTime, verdict.SignedAt);
    }
}
