using System.Text.RegularExpressions;
using Portal.Domain.Paper;

namespace Portal.Tests.Domain.Paper;

public class PaperPrinterTests
{
    [Fact]
    public void All_text_is_in_the_PDF()
    {
        var words = PdfTools.Words(PaperSamples.Printer.Print(PaperSamples.Release));
        Assert.Contains("Office of Representative Jane Example", words);
        Assert.Contains("María José Núñez-Ó Súilleabháin", words);
        Assert.Contains("I declare under penalty of perjury that the foregoing is true and correct.", words);
        Assert.Contains("Nothing else from my file may be disclosed under this authorization.", words);
        Assert.Contains("Signature of the guardian", words);
    }

    [Fact]
    public void Spanish_keeps_its_accents()
    {
        var words = PdfTools.Words(PaperSamples.Printer.Print(PaperSamples.Spanish));
        Assert.Contains("¿Quién firmó? La señora Muñoz Güell, en el año 2026, ¡con corazón!", words);
        Assert.Contains("K7M2-9QXR-4 · Página 1 de 1", words);
    }

    [Fact]
    public void Every_page_shows_its_number()
    {
        var pages = PdfTools.Text(PaperSamples.Printer.Print(PaperSamples.TenPages)).Split('\f')[..^1];
        Assert.InRange(pages.Length, 10, 30);
        Assert.All(pages.Index(), page => Assert.Contains($"REF-1 · Page {page.Index + 1} of {pages.Length}", page.Item));
    }

    [Fact]
    public void A_heading_is_never_the_last_thing_on_a_page()
    {
        foreach (var page in PdfTools.Text(PaperSamples.Printer.Print(PaperSamples.TenPages)).Split('\f')[..^1])
        {
            var lines = page.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Assert.DoesNotMatch("^Section [0-9]+$", lines[^2]);
        }
    }

    [Fact]
    public void The_declaration_is_on_the_same_page_as_the_signature()
    {
        for (var filling = 0; filling < 50; filling++)
        {
            var lines = string.Join('\n', Enumerable.Repeat("line", filling));
            var pages = PdfTools.Text(PaperSamples.Printer.Print(PaperSamples.Of(
                new Paragraph(lines), new Paragraph("I declare."), new SignatureBlock("Ann Example", "", "Signed today")))).Split('\f');
            Assert.Single(pages, page => page.Contains("I declare.", StringComparison.Ordinal) && page.Contains("Signed today", StringComparison.Ordinal));
            filling += filling is > 8 and < 26 ? 6 : 0;
        }
    }

    [Fact]
    public void A_page_break_begins_a_new_page()
    {
        var pages = PdfTools.Text(PaperSamples.Printer.Print(PaperSamples.Of(new Paragraph("one"), new PageBreak(), new Paragraph("two")))).Split('\f')[..^1];
        Assert.Equal(2, pages.Length);
        Assert.Contains("two", pages[1]);
    }

    [Fact]
    public void Fonts_are_embedded()
    {
        var fonts = PdfTools.Run("pdffonts", PaperSamples.Printer.Print(PaperSamples.Release), "{}");
        Assert.Equal(3, Regex.Count(fonts, @"Public Sans.* yes yes yes "));
        Assert.DoesNotContain(" no ", fonts);
    }

    [Fact]
    public void Qpdf_finds_no_errors()
    {
        foreach (var paper in (PaperDocument[])[PaperSamples.Release, PaperSamples.Spanish, PaperSamples.TenPages])
            Assert.Contains("No syntax or stream encoding errors found", PdfTools.Run("qpdf", PaperSamples.Printer.Print(paper), "--check", "{}"));
    }

    [Fact]
    public void The_PDF_has_structure_language_and_title_for_screen_readers()
    {
        var pdf = PaperSamples.Printer.Print(PaperSamples.Release);
        var info = PdfTools.Run("pdfinfo", pdf, "{}");
        Assert.Matches("Tagged: +yes", info);
        Assert.Matches("Title: +Authorization to disclose information", info);
        Assert.Matches("Page size: +612 x 792 pts .letter.", info);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", PdfTools.Run("pdfinfo", pdf, "-meta", "{}"));

        var structure = string.Join(' ', PdfTools.Run("pdfinfo", pdf, "-struct-text", "{}").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("""H1 (block) "Authorization to disclose information" """, structure);
        Assert.Contains("""TH: /Scope /Row "Date of birth" TD "April 9, 1984" """, structure);
        Assert.Contains("""LI (block) Lbl (block) "•" LBody (block) "You may withdraw this authorization""", structure);
    }

    [Fact]
    public void The_same_document_gives_the_same_file() =>
        Assert.Equal(PaperSamples.Printer.Print(PaperSamples.Release), PaperSamples.Printer.Print(PaperSamples.Release));

    [Fact]
    public async Task Documents_can_be_printed_concurrently()
    {
        var expected = PaperSamples.Printer.Print(PaperSamples.Release);
        var printed = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => PaperSamples.Printer.Print(PaperSamples.Release))));
        Assert.All(printed, pdf => Assert.Equal(expected, pdf));
    }
}
