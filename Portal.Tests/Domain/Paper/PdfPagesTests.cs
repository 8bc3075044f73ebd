using System.Globalization;
using System.Text;
using Portal.Domain.Paper;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.QrReading;
using Portal.Domain.Paper.Sealing;
using Portal.Tests.Domain.Paper.Forms;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Domain.Paper.Sealing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Paper;

public class PdfPagesTests
{
    internal const string LeftOut = "This file could not be printed here. The office keeps the original file.";

    [Fact]
    public async Task A_seal_covers_inserted_pages_and_our_own()
    {
        var pdf = await SealedAsync(new PdfPages(TwoPages, "The scan"), new PageBreak(), new Heading(2, "Evidence"), new Paragraph("Our own words."));
        var pages = PdfTools.Text(pdf).Split('\f')[..^1];
        Assert.Equal(3, pages.Length);
        Assert.Contains("First foreign page", pages[0]);
        Assert.Contains("Second foreign page", pages[1]);
        Assert.DoesNotContain("REF-1", pages[1]);
        Assert.Contains("Our own words.", pages[2]);
        Assert.Contains("REF-1 · Page 3 of 3", pages[2]);
        Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(pdf));
        Assert.Contains("Signature is Valid", PdfTools.Run("pdfsig", pdf, "-nocert", "{}"));
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Run("qpdf", pdf, "--check", "{}"));
    }

    [Fact]
    public async Task Pages_can_be_inserted_anywhere_and_more_than_once()
    {
        var pdf = await SealedAsync(new Paragraph("One."), new PdfPages(TwoPages, "The scan"), new Paragraph("Two."), new PdfPages(TwoPages, "The form"));
        var pages = PdfTools.Text(pdf).Split('\f')[..^1];
        Assert.Equal(6, pages.Length);
        Assert.Contains("A paper", pages[0]);
        Assert.Contains("Two.", pages[3]);
        Assert.Contains("Second foreign page", pages[5]);
        Assert.Single(pages, page => page.Contains("Two.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Screen_readers_announce_the_source_and_number_of_inserted_pages()
    {
        var text = PdfTools.Run(
            "qpdf", await SealedAsync(new PdfPages(TwoPages, "The scan"), new Paragraph("Own")), "--qdf", "--object-streams=disable", "{}", "-");
        Assert.Contains("The scan, page 2 of 2", text.Replace("\0", ""));
        Assert.Equal(2, text.Split("/S /Figure").Length - 1);
    }

    /// <summary>A filled-in form field, or a name written on a tablet, is stored outside the page's content.</summary>
    [Fact]
    public async Task Values_in_form_fields_are_kept()
    {
        var form = Pdf(
            1,
            "/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Ana Garc)/F 4/Rect[100 600 300 620]/AP<</N 9 0 R>>>><</Type/Annot/Subtype/Widget/F 2/Rect[100 300 300 320]/AP<</N 9 0 R>>>>]",
            "9 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 100 10]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F 8 0 R>>>>/Length 33>>\nstream\nBT /F 9 Tf 1 1 Td (Ana Garc) Tj ET\nendstream\nendobj\n");
        var words = PdfTools.Words(await SealedAsync(new PdfPages(form, "The form"), new Paragraph("Own")));
        Assert.Equal(2, words.Split("Ana Garc").Length);
    }

    [Fact]
    public async Task Inserted_pages_keep_their_size_and_rotation()
    {
        var pdf = await SealedAsync(
            new PdfPages(Pdf(1, "/MediaBox[0 0 842 595]/Rotate 90"), "A4"),
            new PdfPages(Pdf(1, "/MediaBox[0 0 1224 792]"), "Tabloid"),
            new Paragraph("Own"));
        var info = PdfTools.Run("pdfinfo", pdf, "-f", "1", "-l", "3", "{}");
        Assert.Matches(@"Page +1 size: +595 x 842", info);
        Assert.Matches(@"Page +2 size: +1224 x 792", info);
        Assert.Matches(@"Page +3 size: +612 x 792", info);
    }

    /// <summary>Where the words are: near the left edge when upright, near the right edge when rotated by 180 degrees.</summary>
    [Theory]
    [InlineData("/Rotate 0", 100, 292)]
    [InlineData("/Rotate 180", 512, 500)]
    [InlineData("/MediaBox[-50 -60 562 732]", 150, 232)]
    [InlineData("/MediaBox[0 0 900 900]/CropBox[50 40 662 832]", 50, 332)]
    public async Task Content_of_inserted_pages_is_in_its_place(string page, int x, int y)
    {
        var pdf = await SealedAsync(new PdfPages(Pdf(1, page), "The scan"), new Paragraph("Own"));
        Assert.Matches("Page +1 size: +612 x 792", PdfTools.Run("pdfinfo", pdf, "-f", "1", "-l", "1", "{}"));
        var image = PageImages.Gray(pdf, 72)[0];
        var ink = Enumerable.Range(0, image.Pixels.Length)
            .Where(at => image.Pixels[at] < 128)
            .Select(at => (X: at % image.Width, Y: at / image.Width))
            .ToList();
        Assert.True(
            page.Contains("180", StringComparison.Ordinal) ? ink.Max(p => p.X) - x is > -8 and < 3 : ink.Min(p => p.X) - x is > -3 and < 8,
            $"x {ink.Min(p => p.X)} to {ink.Max(p => p.X)}");
        Assert.InRange(ink.Average(p => p.Y), y - 12, y + 12);
    }

    [Fact]
    public void A_locked_file_is_left_out_with_a_note()
    {
        var folder = SealSamples.Folder();
        var (plain, locked) = (Path.Combine(folder, "plain.pdf"), Path.Combine(folder, "locked.pdf"));
        File.WriteAllBytes(plain, TwoPages);
        foreach (var password in (string[])["secret", ""])
        {
            Assert.Contains("exit", PdfTools.Start("qpdf", "--encrypt", password, "owner", "256", "--", plain, locked));
            Assert.Contains("The scan: " + LeftOut, Words(new PdfPages(File.ReadAllBytes(locked), "The scan"), new Paragraph("Own")));
        }
    }

    private static byte[] NoPages => Sample.Ascii(Encoding.Latin1.GetString(Sample.PlainPdf()).Replace("/Kids [3 0 R] /Count 1", "/Kids [] /Count 0     ", StringComparison.Ordinal));

    [Fact]
    public void An_unreadable_file_is_left_out_with_a_note()
    {
        foreach (var file in (byte[][])
            [
                [], [1, 2, 3], TwoPages[..300], NoPages, Sample.Jpeg(), Encoding.ASCII.GetBytes("%PDF-1.7\nnonsense"),
                Pdf(1, "/MediaBox[0 0 1 1]"), Pdf(1, "/MediaBox[0 0 99999 99999]")
            ])
        {
            var words = Words(new Paragraph("Before."), new PdfPages(file, "The scan"), new Paragraph("After."));
            Assert.Contains("Before. The scan: " + LeftOut + " After.", words);
        }
    }

    [Fact]
    public void Damaged_files_never_prevent_printing()
    {
        var random = new Random(32000);
        var compressed = PaperSamples.Printer.Print(PaperSamples.Spanish);
        for (var round = 0; round < Rounds.Of(200, 40); round++)
        {
            var damaged = (byte[])(round % 2 == 0 ? TwoPages : compressed).Clone();
            for (var change = random.Next(1, 8); change > 0; change--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);

            Assert.NotEmpty(PaperSamples.Printer.Print(PaperSamples.Of(new PdfPages(damaged, "The scan"), new Paragraph("Own"))));
        }
    }

    /// <summary>Circular page trees are read or left out; either way, printing takes about as long as for a normal file.</summary>
    [Theory]
    [InlineData("/Root 1 0 R", "/Root 1 0 R/Prev {table}")]
    [InlineData("/Kids[10 0 R]", "/Kids[2 0 R] ")]
    [InlineData("/Parent 2 0 R", "/Parent 10 0 R")]
    [InlineData("/Contents 11 0 R", "/Contents 10 0 R")]
    [InlineData("<</Font<</F 8 0 R>>>>", "<</XObject<</X 11 0 R>>>>")]
    [InlineData("<</Length ", "<</Length 11 0 R/X ")]
    [InlineData("/Root 1 0 R", "/Root 1 0 R/#50r#65v {table}")]
    [InlineData("/Pages 2 0 R", "/Pages 1 0 R")]
    [InlineData("/Kids[10 0 R]", "/Kids[10 0 R 10 0 R 10 0 R]")]
    [InlineData("startxref\n", "startxref<")]
    public async Task Circular_page_trees_end(string old, string now)
    {
        var text = Encoding.Latin1.GetString(Pdf(1));
        Assert.Contains(old, text);
        var table = text.LastIndexOf("xref\n0 1", StringComparison.Ordinal);
        var circle = Encoding.Latin1.GetBytes(text.Replace(
            old, now.Replace("{table}", table.ToString(CultureInfo.InvariantCulture)), StringComparison.Ordinal));
        Assert.Contains("Own", Words(new PdfPages(circle, "The scan"), new Paragraph("Own")));
        await Pace.IsWithinAsync(100, () => Print(circle), () => Print(Pdf(1)));
        await QrReader.ReadAsync(circle, FileKind.Pdf, default, TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<<")]
    [InlineData("<</A")]
    public void Nesting_deep_enough_to_overflow_the_stack_is_left_out(string opening)
    {
        var deep = string.Concat(Enumerable.Repeat(opening, 300_000));
        Assert.Contains(LeftOut, Words(new PdfPages(Pdf(1, "/A " + deep), "The scan"), new Paragraph("Own")));
        Assert.Contains(
            "Own",
            Words(
                new PdfPages(Pdf(1, "/A " + string.Concat(Enumerable.Repeat("[", 3500)) + string.Concat(Enumerable.Repeat("]", 3500))), "The scan"),
                new Paragraph("Own")));
    }

    [Fact]
    public void Stream_lengths_that_refer_to_each_other_by_the_thousand_are_left_out()
    {
        var chain = new HandPdf();
        foreach (var number in Enumerable.Range(1, 20_000))
            chain.Add($"<</Length {number + 1} 0 R>>\nstream\n\nendstream");

        Assert.Contains(LeftOut, Words(new PdfPages(chain.Bytes(1), "The scan"), new Paragraph("Own")));
    }

    [Fact]
    public async Task An_inserted_file_that_is_or_pretends_to_be_sealed_does_not_affect_our_seal()
    {
        var pretends = Pdf(1, "/Resources<</Properties<</P<</ByteRange[0 100 200 50]/Contents<00>>>>>>>/PieceInfo<</ByteRange [0 10 20 30]>>");
        foreach (var file in (byte[][])[await SealSamples.Release, pretends])
        {
            var pdf = await SealedAsync(new PdfPages(file, "The scan"), new Paragraph("Own"));
            Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(pdf));
            Assert.Contains("Signature is Valid", PdfTools.Run("pdfsig", pdf, "-nocert", "{}"));
        }
    }

    [Fact]
    public void Scripts_and_attachments_are_not_copied()
    {
        var active = Pdf(1, "/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(x.exe)>>>>]");
        var text = PdfTools.Run(
            "qpdf",
            PaperSamples.Printer.Print(PaperSamples.Of(new PdfPages(active, "The scan"), new Paragraph("Own"))),
            "--qdf",
            "--object-streams=disable",
            "{}",
            "-");
        Assert.DoesNotContain("JavaScript", text);
        Assert.DoesNotContain("Launch", text);
    }

    private static byte[] Print(byte[] file) => PaperSamples.Printer.Print(PaperSamples.Of(new PdfPages(file, "The scan"), new Paragraph("Own")));

    private static byte[] TwoPages => Pdf(2);

    internal static string Words(params PaperBlock[] blocks) => PdfTools.Words(PaperSamples.Printer.Print(PaperSamples.Of(blocks)));

    private static Task<byte[]> SealedAsync(params PaperBlock[] blocks) =>
        SealSamples.Seal(SealSamples.Certificate).SealAsync(PaperSamples.Of(blocks), "Because", "Here");

    /// <summary>A file that Portal didn't write: plain objects, Helvetica.</summary>
    internal static byte[] Pdf(int pages, string page = "", string objects = "")
    {
        string[] words = ["First foreign page", "Second foreign page"];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new SortedDictionary<int, int>();
        void Object(int number, string content)
        {
            places[number] = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        Object(1, "<</Type/Catalog/Pages 2 0 R>>");
        Object(2, $"<</Type/Pages/Kids[{string.Join(' ', Enumerable.Range(0, pages).Select(number => $"{10 + (2 * number)} 0 R"))}]/Count {pages}>>");
        Object(8, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        for (var number = 0; number < pages; number++)
        {
            var box = page.Contains("/MediaBox", StringComparison.Ordinal) ? "" : "/MediaBox[0 0 612 792]";
            var resources = page.Contains("/Resources", StringComparison.Ordinal) ? "" : "/Resources<</Font<</F 8 0 R>>>>";
            Object(10 + (2 * number), $"<</Type/Page/Parent 2 0 R{box}{resources}/Contents {11 + (2 * number)} 0 R {page}>>");
            var drawn = $"BT /F 24 Tf 100 500 Td ({words[number]}) Tj ET";
            Object(11 + (2 * number), $"<</Length {drawn.Length}>>\nstream\n{drawn}\nendstream");
        }

        if (objects.Length > 0)
        {
            places[9] = file.Length;
            file.Append(objects);
        }

        var table = file.Length;
        file.Append("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, at) in places)
            file.Append(CultureInfo.InvariantCulture, $"{number} 1\n{at:D10} 00000 n \n");

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size 20/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
