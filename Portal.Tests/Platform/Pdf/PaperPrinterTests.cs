namespace Portal.Tests.Platform.Pdf;

public class PaperPrinterTests
{
    [Fact]
    public void Spike()
    {
        File.WriteAllBytes("/tmp/pdf-release.pdf", PaperSamples.Printer.Print(PaperSamples.Release));
        File.WriteAllBytes("/tmp/pdf-ten.pdf", PaperSamples.Printer.Print(PaperSamples.TenPages));
        File.WriteAllBytes("/tmp/pdf-release2.pdf", PaperSamples.Printer.Print(PaperSamples.Release));
    }
}
