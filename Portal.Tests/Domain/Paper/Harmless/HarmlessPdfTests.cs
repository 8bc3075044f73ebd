using System.Text.RegularExpressions;
using Portal.Domain.Paper.Converting;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Paper.Inspection;
using Portal.Tests.Domain.Paper.Forms;
using Portal.Tests.Domain.Paper.Inspection;

namespace Portal.Tests.Domain.Paper.Harmless;

/// <summary>The copy of a PDF that people get: the same to look at, and nothing that acts.</summary>
public sealed partial class HarmlessPdfTests
{
    private const string Link = "<< /Type /Annot /Subtype /Link /Rect [9 9 99 99] /A ";

    private static readonly Lazy<FontFiles> Fonts = new(FontFiles.Locate);

    internal static FileCopies Copies { get; } = new(Fonts.Value, new(ConverterCommand.Beside("Portal.Web")));

    public static TheoryData<string, string, string> Acting => new()
    {
        { "script on opening", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "" },
        { "script in a name tree", "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>", "" },
        { "hexadecimal names", "/Open#41ction << /S /J#61vaScript /#4aS (x) >>", "" },
        { "script on closing", "/AA << /WC << /S /JavaScript /JS (x) >> >>", "" },
        { "script on turning the page", "", "/AA << /O << /S /JavaScript /JS (x) >> >>" },
        { "program", "/OpenAction << /S /Launch /F (cmd.exe) >>", "" },
        { "address", "", $"/Annots [{Link} << /S /URI /URI (https://evil.example) >> >>]" },
        { "form sent elsewhere", "", $"/Annots [{Link} << /S /SubmitForm /F (https://evil.example) >> >>]" },
        { "other file", "", $"/Annots [{Link} << /S /GoToR /F (//evil.example/x.pdf) /D [0 /Fit] >> >>]" },
        { "attached file's page", "", $"/Annots [{Link} << /S /GoToE /F (//evil.example/x.pdf) >> >>]" },
        { "data read from elsewhere", "", $"/Annots [{Link} << /S /ImportData /F (//evil.example/x.fdf) >> >>]" },
        { "a chain of actions", "", $"/Annots [{Link} << /S /Named /N /Print /Next << /S /URI /URI (https://evil.example) >> >> >>]" },
        { "base address", "/URI << /Base (https://evil.example) >>", "" },
        { "attached file", "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /EF << /F 9 0 R >> >>] >> >>", "" },
        { "associated file", "/AF [<< /Type /Filespec /F (//evil.example/a) /EF << /F 9 0 R >> >>]", "" },
        { "file pinned to the page", "", "/Annots [<< /Subtype /FileAttachment /Rect [1 1 9 9] /FS << /F (//evil.example/a) /EF << /F 9 0 R >> >> >>]" },
        { "film", "", "/Annots [<< /Subtype /Screen /Rect [1 1 9 9] /A << /S /Rendition /R << /C << /D (//evil.example/a) >> >> >> >>]" },
        { "rich media", "", "/Annots [<< /Subtype /RichMedia /Rect [1 1 9 9] /RichMediaContent << /Assets 9 0 R >> >>]" },
        { "XFA", "/AcroForm << /XFA 9 0 R /Fields [<< /FT /Tx /T (a) >>] >>", "" },
        { "page of another file", "", "/Resources << /XObject << /X 8 0 R >> >>" },
        { "metadata", "/Metadata 9 0 R /PieceInfo << /Evil << /Private 9 0 R >> >>", "/Metadata 9 0 R /Thumb 9 0 R" },
        { "signature rights", "/Perms << /UR3 << /Type /Sig /Contents <00> >> >>", "" },
        { "something not yet invented", "/Evil << /S /Evil /F (//evil.example/a) >>", "/Evil << /F (//evil.example/a) >>" },
    };

    [Theory]
    [MemberData(nameof(Acting))]
    public async Task What_acts_or_leads_elsewhere_is_left_out_and_the_page_stays(string what, string inCatalog, string inPage)
    {
        var plain = Page(inCatalog, inPage);
        foreach (var file in new[] { plain, PdfTools.Change(plain, "--object-streams=generate") })
        {
            var copy = await CopyAsync(file);
            var text = PdfTools.Plain(copy.Bytes);
            Assert.DoesNotMatch("JavaScript|/JS|/URI|Launch|SubmitForm|GoTo|ImportData|EmbeddedFile|Filespec|Rendition|RichMedia|XFA|evil|Evil|secret", text);
            Assert.Contains("Hello", PdfTools.Text(copy.Bytes), StringComparison.Ordinal);
            Assert.All(Names(text), name => Assert.True(
                Known.Contains(name) || name.StartsWith("/Portal", StringComparison.Ordinal), $"{what}: {name} is in the copy."));
        }
    }

    [Theory]
    [InlineData("40")]
    [InlineData("128")]
    [InlineData("128", "--use-aes=y")]
    [InlineData("256")]
    [InlineData("256", "--force-R5")]
    [InlineData("256", "--print=none", "--modify=none", "--extract=n")]
    public async Task A_password_that_only_restricts_does_not_matter(string bits, params string[] options)
    {
        foreach (var file in new[] { Page(), FormSamples.Small(), PdfTools.Change(Page(), "--object-streams=generate") })
        {
            var locked = PdfTools.Change(file, ["--allow-weak-crypto", "--encrypt", "", "owner", bits, .. options, "--"]);
            Assert.Equal(PdfTools.Words(file), PdfTools.Words((await CopyAsync(locked)).Bytes));
            var secret = PdfTools.Change(file, ["--allow-weak-crypto", "--encrypt", "secret", "owner", bits, .. options, "--"]);
            Assert.Equal(FileRefusal.Encrypted, await ReasonAsync(secret));
        }
    }

    [Fact]
    public async Task A_page_may_say_anything()
    {
        const string words = "(see /JavaScript, /Launch, /EmbeddedFile, /XFA and /Encrypt in the manual)";
        var file = Page(text: words);
        Assert.Contains("/JavaScript, /Launch, /EmbeddedFile, /XFA and /Encrypt", PdfTools.Words((await CopyAsync(file)).Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (x) >>", "")]
    [InlineData("", "/NeedAppearances true")]
    [InlineData("", "/XFA [(template) 9 0 R]")]
    public async Task What_was_filled_in_stays_readable(string inCatalog, string inForm)
    {
        const string field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (amount) /V (1,234.56) /DA (/Helv 10 Tf) /Rect [50 600 200 620] "
            + "/AA << /F << /S /JavaScript /JS (AFNumber_Format\\(2\\)) >> >> >>";
        var copy = await CopyAsync(FormSamples.Small(field, inForm, inCatalog));
        Assert.Contains("1,234.56", PdfTools.Words(copy.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("/AcroForm", PdfTools.Plain(copy.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_copy_looks_the_same()
    {
        byte[][] files =
            [Page(), PaperSamples.Printer.Print(PaperSamples.Release), FormSamples.Small(), FormSamples.Turned, FormSamples.Tagged, FormSamples.Nested];
        foreach (var file in files)
        {
            var copy = (await CopyAsync(file)).Bytes;
            Assert.Equal(Sizes(file), Sizes(copy));
            Assert.Equal(Shown(file), Shown(copy));
            Assert.Contains("exit 0", PdfTools.Run("qpdf", copy, "--check", "{}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Place_and_camera_are_removed_from_photos_inside()
    {
        const string secret = "GPS 38.8899 -77.0091";
        var jpeg = Sample.Jpeg(8, 8, Sample.JpegSegment(0xE1, Sample.Exif(1, secret)), Sample.JpegSegment(0xFE, Sample.Ascii(secret)));
        byte[] bare = [.. Sample.Box("jP  ", 13, 10, 0x87, 10), .. Sample.Box("jp2h", 1, 2), .. Sample.Box("jp2c", 3, 4)];
        byte[] full = [.. bare[..^10], .. Sample.Box("uuid", Sample.Ascii(secret)), .. Sample.Box("xml ", Sample.Ascii(secret)), .. bare[^10..]];
        var jpegCopy = (await CopyAsync(WithPicture(jpeg, "/DCTDecode"))).Bytes;
        Assert.True(jpegCopy.AsSpan().IndexOf(Sample.Jpeg()) > 0);
        var copy = (await CopyAsync(WithPicture(full, "/JPXDecode"))).Bytes;
        Assert.True(copy.AsSpan().IndexOf(bare) > 0);
        foreach (var made in new[] { copy, jpegCopy, (await CopyAsync(WithPicture(jpeg, "[/DCTDecode]"))).Bytes })
            Assert.DoesNotContain("38.8899", System.Text.Encoding.Latin1.GetString(made), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/AcroForm << /XFA 9 0 R /Fields [] >>", FileRefusal.ActiveContent)]
    [InlineData("/AcroForm << /XFA 9 0 R /Fields [<< /FT /Tx /T (a) >>] >> /NeedsRendering true", FileRefusal.ActiveContent)]
    [InlineData("/Collection << /View /D >> /Names << /EmbeddedFiles << /Names [] >> >>", FileRefusal.ActiveContent)]
    public async Task What_is_no_document_is_refused_with_its_reason(string inCatalog, FileRefusal reason) => Assert.Equal(reason, await ReasonAsync(Page(inCatalog)));

    [Theory]
    [InlineData("/Kids [3 0 R] /Count 1", "/Kids []")]
    [InlineData("/Kids [3 0 R] /Count 1", "/Kids [2 0 R]")]
    [InlineData("/Kids [3 0 R] /Count 1", "/Kids [99 0 R]")]
    [InlineData("/Pages 2 0 R", "")]
    [InlineData("startxref", "")]
    [InlineData("/Root 1 0 R", "/Root 99 0 R")]
    public async Task A_broken_file_is_refused(string from, string to) =>
        Assert.Equal(FileRefusal.Damaged, await ReasonAsync(Sample.Ascii(
            System.Text.Encoding.Latin1.GetString(Page()).Replace(from, to.PadRight(from.Length), StringComparison.Ordinal))));

    [Fact]
    public async Task A_picture_in_a_file_of_its_own_is_refused() =>
        Assert.Equal(FileRefusal.ActiveContent, await ReasonAsync(
            Sample.PlainPdf("5 0 obj\n<< /Subtype /Image /F (//evil.example/a.jpg) /FFilter /DCTDecode /Length 1 >>\nstream\n0\nendstream\nendobj\n")));

    [Fact]
    public async Task Attachments_that_are_left_out_are_noted()
    {
        Assert.True((await CopyAsync(Page("/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 9 0 R >> >>] >> >>"))).LeavesOut);
        Assert.True((await CopyAsync(Page("", "/Annots [<< /Subtype /Sound /Rect [1 1 9 9] >>]"))).LeavesOut);
        Assert.False((await CopyAsync(Page())).LeavesOut);
    }

    /// <summary>Left to itself, a PDF library crashes or hangs on each of these. The site has to stay up.</summary>
    [Theory]
    [InlineData("[", "")]
    [InlineData("<</A ", "")]
    [InlineData("<41", "")]
    [InlineData("", "/Prev 15")]
    public async Task A_file_that_leads_readers_astray_is_refused_and_harms_nothing(string opening, string trailer)
    {
        var deep = string.Concat(Enumerable.Repeat(opening, opening.Length == 3 ? 1 : 3_000_000));
        Assert.Equal(FileRefusal.Damaged, await ReasonAsync(Sample.PlainPdf($"5 0 obj\n{deep}\nendobj\n", trailer, inPage: "/X 5 0 R")));
    }

    [Fact]
    public async Task Truncated_and_damaged_files_lead_to_a_verdict()
    {
        var random = new Random(20261130);
        var whole = FormSamples.Small();
        for (var run = 0; run < 150; run++)
        {
            var bytes = (byte[])whole.Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
                bytes[random.Next(9, bytes.Length)] = (byte)random.Next('!', '~');
            if (PdfReading.IsSafe(bytes))
                Assert.NotNull(await Copies.ReadAsync("a.pdf", new MemoryStream(run % 3 == 0 ? bytes[..random.Next(20, bytes.Length)] : bytes), default));
        }
    }

    internal static async Task<HarmlessCopy> CopyAsync(byte[] file)
    {
        var verdict = await Copies.ReadAsync("a.pdf", new MemoryStream(file), default);
        return Assert.IsType<FileVerdict.Usable>(verdict).File.Copy;
    }

    internal static async Task<FileRefusal> ReasonAsync(byte[] file) =>
        Assert.IsType<FileVerdict.Refused>(await Copies.ReadAsync("a.pdf", new MemoryStream(file), default)).Reason;

    private static byte[] Page(string inCatalog = "", string inPage = "", string text = "(Hello)")
    {
        const string resources = "/Resources << /Font << /F1 5 0 R >> ";
        var content = $"BT /F1 10 Tf 72 700 Td {text.Replace(",", "\\054", StringComparison.Ordinal)} Tj ET";
        var objects = $"4 0 obj\n<< /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj\n"
            + "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
            + "8 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /Ref << /F (evil) >> /OPI << >> /Length 1 >>\nstream\n0\nendstream\nendobj\n"
            + "9 0 obj\n<< /Type /EmbeddedFile /Length 6 >>\nstream\nsecret\nendstream\nendobj\n";
        var page = inPage.Contains("/Resources", StringComparison.Ordinal)
            ? inPage.Replace("/Resources << ", resources, StringComparison.Ordinal)
            : $"{inPage} {resources}>>";
        return Sample.PlainPdf(objects, inCatalog: inCatalog, inPage: "/Contents 4 0 R " + page);
    }

    private static byte[] WithPicture(byte[] picture, string filter) => Sample.PlainPdf(
        $"5 0 obj\n<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter {filter} /Length {picture.Length} >>\n"
        + $"stream\n{System.Text.Encoding.Latin1.GetString(picture)}\nendstream\nendobj\n"
        + "6 0 obj\n<< /Length 30 >>\nstream\nq 200 0 0 200 9 9 cm /P Do Q   \nendstream\nendobj\n",
        inPage: "/Contents 6 0 R /Resources << /XObject << /P 5 0 R >> >>");

    private static string Shown(byte[] file) => PdfTools.Words(file).Split(" Syntax ")[0].Replace(" exit 0", "", StringComparison.Ordinal);

    private static string Sizes(byte[] file) =>
        string.Join('\n', PdfTools.Run("pdfinfo", file, "-box", "-l", "99", "{}").Split('\n').Where(line => SizeLine().IsMatch(line)));

    private static IEnumerable<string> Names(string text) => Name().Matches(StreamData().Replace(text, "stream")).Select(m => m.Value).Distinct();

    /// <summary>Every name a copy of the test page may have.</summary>
    private static readonly HashSet<string> Known =
    [
        .. ("/Type /Catalog /Pages /Page /Kids /Count /Parent /MediaBox /Contents /Resources /Font /F1 /Subtype /Type1 /BaseFont /Helvetica /Length "
            + "/XObject /X /Image /Width /Height /Root /Size /ID /Info /Creator /Producer /CreationDate /ModDate /Title /Rotate /CropBox /TrimBox /ArtBox "
            + "/BleedBox /Group /S /CS /DeviceRGB /Transparency /I /K /ProcSet /PDF /Text /ImageB /ImageC /ImageI /Filter /FlateDecode /MarkInfo /Marked /Metadata /XML").Split(' '),
    ];

    [GeneratedRegex(@"/[^\s/<>\[\]()]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"stream\n.*?endstream", RegexOptions.Singleline)]
    private static partial Regex StreamData();

    [GeneratedRegex("^Page.*(size|rot)")]
    private static partial Regex SizeLine();
}
