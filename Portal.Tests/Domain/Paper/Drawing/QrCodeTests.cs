using Portal.Domain.Paper;
using QRCoder;

namespace Portal.Tests.Domain.Paper.Drawing;

public class QrCodeTests
{
    private const string Text = "https://portal.example/p/K7M2-9QXR-4";

    /// <summary>The corner code is 56 points wide, 490 points from the left and 25 from the top.</summary>
    [Fact]
    public void The_corner_code_is_drawn_exactly_on_every_page()
    {
        var pages = PageImages.Gray(PaperSamples.Printer.Print(PaperSamples.Of(new PageBreak()) with { CornerCode = Text }), 200);
        using var code = new QRCodeGenerator().CreateQrCode(Text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var side = code.ModuleMatrix.Count - 8;
        Assert.Equal(2, pages.Count);
        foreach (var page in pages)
        {
            for (var module = 0; module < side * side; module++)
            {
                var (row, column) = (module / side, module % side);
                var dark = page.IsDarkAt(490 + ((column + 0.5) * 56 / side), 25 + ((row + 0.5) * 56 / side));
                Assert.Equal(code.ModuleMatrix[row + 4][column + 4], dark);
            }
        }
    }
}
