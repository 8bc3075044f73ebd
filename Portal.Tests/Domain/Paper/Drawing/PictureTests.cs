using System.Text;
using Portal.Domain.Paper;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Domain.Paper.QrReading;

namespace Portal.Tests.Domain.Paper.Drawing;

public class PictureTests
{
    private const string LeftOut = "could not be printed here. The office keeps the original file.";

    /// <summary>Black on the left, white on the right, twice as wide as it is high.</summary>
    private static readonly PaperPhoto Halves = new(400, 200, [.. Enumerable.Range(0, 400 * 200).Select(at => at % 400 < 200 ? (byte)0 : (byte)255)]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_photo_is_printed_with_its_caption(bool jpeg)
    {
        var pdf = Printed(new Picture(jpeg ? Halves.Jpeg() : Halves.Png(), "Page 1 of the scan"));
        Assert.Contains("Page 1 of the scan", PdfTools.Words(pdf));
        Assert.Contains("image", PdfTools.Run("pdfimages", pdf, "-list", "{}"));
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Run("qpdf", pdf, "--check", "{}"));
        Assert.Contains("/Alt", PdfTools.Run("qpdf", pdf, "--qdf", "--object-streams=disable", "{}", "-"));
        Assert.True(IsDark(pdf, 0.25) && !IsDark(pdf, 0.75));
    }

    /// <summary>All eight EXIF orientations, and the side that is dark in each (EXIF 2.3, section 4.6.4).</summary>
    [Theory]
    [InlineData(1, "left")]
    [InlineData(2, "right")]
    [InlineData(3, "right")]
    [InlineData(4, "left")]
    [InlineData(5, "top")]
    [InlineData(6, "top")]
    [InlineData(7, "bottom")]
    [InlineData(8, "bottom")]
    public void A_photo_is_printed_upright(byte orientation, string dark)
    {
        var jpeg = Halves.Jpeg(90);
        byte[] held = [.. jpeg[..2], .. Sample.JpegSegment(0xE1, Sample.Exif(orientation, "x")), .. jpeg[2..]];
        var pdf = Printed(new Picture(held, "Photo"));
        Assert.Equal(dark, Darkest(pdf, orientation >= 5));
    }

    [Fact]
    public void Camera_metadata_is_not_printed()
    {
        var jpeg = Halves.Jpeg();
        byte[] held = [.. jpeg[..2], .. Sample.JpegSegment(0xE1, Sample.Exif(1, "40.7128N 74.0060W")), .. jpeg[2..]];
        Assert.DoesNotContain("40.7128N", Encoding.Latin1.GetString(Printed(new Picture(held, "Photo"))));
    }

    [Fact]
    public void A_file_that_is_not_a_picture_is_left_out_with_a_note()
    {
        var whole = Halves.Jpeg();
        foreach (var file in (byte[][])
            [
                [], [1, 2, 3], whole[..200], [.. "GIF89a"u8, 1, 2, 3], Sample.Jpeg(65000, 65000), Halves.BlackAndWhitePdf(), Sample.Heif(),
                Sample.Png(9000, 9000)
            ])
        {
            Assert.Contains("The scan: This file " + LeftOut, PdfTools.Words(Printed(new Picture(file, "The scan"))));
        }

        var spanish = PaperSamples.Of(new Picture([], "El escaneo")) with { Language = "es" };
        Assert.Contains("no se pudo imprimir aquí", PdfTools.Words(PaperSamples.Printer.Print(spanish)));
    }

    [Theory]
    [InlineData(3000, 400)]
    [InlineData(400, 3000)]
    [InlineData(2000, 2000)]
    public void A_picture_fits_the_page(int width, int height)
    {
        var pdf = PaperSamples.Printer.Print(PaperSamples.Of(
            new Paragraph("Before"), new Picture(new PaperPhoto(width, height, new byte[width * height]).Jpeg(), "Photo"), new Paragraph("After")));
        foreach (var page in PageImages.Gray(pdf, 50))
            Assert.False(page.IsDarkAt(40, 400) || page.IsDarkAt(575, 400) || page.IsDarkAt(300, 770), "the picture runs over the margin");

        Assert.Contains("After", PdfTools.Words(pdf));
    }

    [Fact]
    public void A_picture_never_leaves_a_heading_alone_on_a_page()
    {
        var tall = new PaperPhoto(1700, 2200, new byte[1700 * 2200]).Jpeg();
        var pdf = PaperSamples.Printer.Print(PaperSamples.Of(new Heading(2, "The scan"), new Picture(tall, "Page 1")));
        Assert.Matches(@"Pages: +1\b", PdfTools.Run("pdfinfo", pdf, "{}"));
    }

    [Fact]
    public void The_same_picture_gives_the_same_PDF() =>
        Assert.Equal(Printed(new Picture(Halves.Jpeg(), "Photo")), Printed(new Picture(Halves.Jpeg(), "Photo")));

    private static byte[] Printed(PaperBlock block) => PaperSamples.Printer.Print(PaperSamples.Of(block));

    /// <summary>The picture is 300 points wide, starting 66 points from the left, below the title and its caption.</summary>
    private static bool IsDark(byte[] pdf, double share) => PageImages.Gray(pdf, 72)[0].IsDarkAt(66 + (300 * share), 200);

    private static string Darkest(byte[] pdf, bool upright)
    {
        var page = PageImages.Gray(pdf, 72)[0];
        var (width, height) = upright ? (150, 300) : (300, 150);
        bool Dark(double x, double y) => page.IsDarkAt(66 + (width * x), 155 + (height * y));
        return (Dark(0.25, 0.25), Dark(0.75, 0.25), Dark(0.25, 0.75), Dark(0.75, 0.75)) switch
        {
            (true, false, true, false) => "left",
            (false, true, false, true) => "right",
            (true, true, false, false) => "top",
            (false, false, true, true) => "bottom",
            var other => other.ToString(),
        };
    }
}
