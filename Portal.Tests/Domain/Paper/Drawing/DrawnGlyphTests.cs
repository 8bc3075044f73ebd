using System.Text;
using Portal.Domain.Paper;

namespace Portal.Tests.Domain.Paper.Drawing;

/// <summary>Extracted text doesn't show what is visible on the page, so these tests measure the ink.</summary>
public class DrawnGlyphTests
{
    /// <summary>Each in its own document: other letters could pull the missing accent into the embedded font.</summary>
    [Theory]
    [InlineData("à", "a")]
    [InlineData("ñ", "n")]
    [InlineData("ő", "o")]
    [InlineData("ạ", "a")]
    [InlineData("ễ", "e")]
    [InlineData("ồ", "o")]
    [InlineData("Ź", "Z")]
    [InlineData("ğ", "g")]
    public void Accents_are_drawn(string accented, string plain)
    {
        var with = Ink(accented);
        var without = Ink(plain);
        Assert.True(with > without * 1.03, $"{accented} has {with / without:P1} of the ink of {plain}");
    }

    [Fact]
    public void Arabic_letters_are_joined_and_run_right_to_left()
    {
        var text = PdfTools.Words(PaperSamples.Printer.Print(PaperSamples.Of(new Paragraph("Son of محمد عبد الله, born 1984"))));
        Assert.Contains("Son of محمد عبد الله, born 1984", text.Normalize(NormalizationForm.FormKC).Replace("\u202B", "").Replace("\u202C", ""));
        Assert.True(Ink("محمد") < Ink("م ح م د"), "joined letters are shorter than isolated ones");
    }

    /// <summary>The amount of ink on a page that contains only this heading.</summary>
    private static double Ink(string text)
    {
        var pdf = PaperSamples.Printer.Print(PaperSamples.Of(new PageBreak(), new Heading(2, text)));
        return PageImages.Gray(pdf, 144)[1].DarknessBetween(0.1, 0.16);
    }
}
