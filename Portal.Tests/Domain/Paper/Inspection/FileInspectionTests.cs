using Portal.Domain.Paper.Inspection;
using static Portal.Tests.Domain.Paper.Inspection.Sample;

namespace Portal.Tests.Domain.Paper.Inspection;

public class FileInspectionTests
{
    [Theory]
    [InlineData("letter.pdf", FileKind.Pdf)]
    [InlineData("LETTER.PDF", FileKind.Pdf)]
    [InlineData("photo.jpg", FileKind.Jpeg)]
    [InlineData("photo.jpeg", FileKind.Jpeg)]
    [InlineData("screen.png", FileKind.Png)]
    [InlineData("IMG_0001.HEIC", FileKind.Heic)]
    [InlineData("pasaporte número 2.heif", FileKind.Heic)]
    public void A_good_file_is_accepted(string name, FileKind kind) =>
        Assert.Equal(new FileVerdict.Accepted(kind), Look(name, Good(kind)));

    [Theory]
    [InlineData("photo.png", FileKind.Jpeg)]
    [InlineData("photo.jpg", FileKind.Png)]
    [InlineData("photo.jpg", FileKind.Heic)]
    [InlineData("photo.jpg", FileKind.Pdf)]
    [InlineData("letter", FileKind.Pdf)]
    [InlineData("letter.pdf.exe", FileKind.Pdf)]
    [InlineData("photo\u202Egpj.exe", FileKind.Jpeg)]
    [InlineData("photo.jpg\0.html", FileKind.Jpeg)]
    public void A_file_whose_extension_contradicts_its_content_is_refused(string name, FileKind kind) =>
        Refused(FileRefusal.NameDisagrees, name, Good(kind));

    [Fact]
    public void File_sizes_are_limited()
    {
        Refused(FileRefusal.Empty, "a.pdf", []);
        var refused = Assert.IsType<FileVerdict.Refused>(Look("a.pdf", PlainPdf(), new FileLimits(MaxBytes: 100)));
        Assert.Equal(FileRefusal.TooLarge, refused.Reason);
        Assert.Contains("{0} MB", refused.Sentence);
        Assert.Single(refused.Arguments);
    }

    [Fact]
    public void Pictures_that_unpack_to_huge_ones_are_refused_before_they_are_decoded()
    {
        Refused(FileRefusal.TooManyPixels, "a.jpg", Jpeg(65_000, 65_000));
        Refused(FileRefusal.TooManyPixels, "a.png", Png(int.MaxValue, int.MaxValue));
        Refused(FileRefusal.TooManyPixels, "a.heic", Heic(-1, -1));
        Refused(FileRefusal.TooManyPixels, "a.jpg", [.. Jpeg(), .. Jpeg(65_000, 65_000)]);
        Assert.IsType<FileVerdict.Accepted>(Look("a.png", Png(10_000, 10_000)));
    }

    [Theory]
    [InlineData(FileRefusal.UnknownKind, Eicar)]
    [InlineData(FileRefusal.UnknownKind, "MZ\u0090\0program")]
    [InlineData(FileRefusal.UnknownKind, "just text")]
    [InlineData(FileRefusal.WebPage, "<!doctype html><script>alert(1)</script>")]
    [InlineData(FileRefusal.WebPage, "\u00ef\u00bb\u00bf  <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData(FileRefusal.WebPage, "<?xml version='1.0'?><x/>")]
    [InlineData(FileRefusal.WebPage, "\u00ff\u00fe<\0h\0t\0m\0l\0>\0")]
    [InlineData(FileRefusal.OtherImage, "GIF89a\u0001\0\u0001\0")]
    [InlineData(FileRefusal.OtherImage, "II*\0\u0008\0\0\0")]
    [InlineData(FileRefusal.OtherImage, "RIFF\0\0\0\0WEBPVP8 ")]
    [InlineData(FileRefusal.OtherImage, "\0\0\0\u0018ftypavif\0\0\0\0avifmif1")]
    [InlineData(FileRefusal.Archive, "Rar!\u001a\u0007\u0001\0")]
    [InlineData(FileRefusal.Archive, "7z\u00bc\u00af\u0027\u001c\0")]
    [InlineData(FileRefusal.Archive, "\u001f\u008b\u0008\0")]
    [InlineData(FileRefusal.OfficeDocument, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1old word")]
    [InlineData(FileRefusal.OfficeDocument, "{\\rtf1\\ansi}")]
    public void Other_kinds_of_files_are_refused_whatever_their_name(FileRefusal reason, string content)
    {
        foreach (var name in new[] { "a.pdf", "a.jpg", "a.png", "a.heic", "a" })
            Refused(reason, name, Ascii(content));
    }

    [Fact]
    public void Archives_and_office_documents_are_told_apart()
    {
        Refused(FileRefusal.Archive, "a.zip", Zip());
        Refused(FileRefusal.Archive, "a.pdf", Zip());
        Refused(FileRefusal.OfficeDocument, "a.docx", Zip("[Content_Types].xml"));
        Refused(FileRefusal.OfficeDocument, "a.docm", Zip("[Content_Types].xml", "vbaProject.bin"));
        Refused(FileRefusal.OfficeDocument, "a.odt", Zip("mimetype", "application/vnd.oasis.opendocument.text"));
    }

    [Theory]
    [InlineData(FileKind.Pdf)]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.Heic)]
    public void A_truncated_file_is_never_accepted(FileKind kind)
    {
        var whole = Good(kind);
        // A PDF may lose the white space after its end marker.
        for (var length = 0; length < whole.Length - (kind == FileKind.Pdf ? 1 : 0); length++)
            Assert.IsType<FileVerdict.Refused>(Look(Name(kind), whole[..length]));
    }

    [Theory]
    [InlineData(FileKind.Pdf)]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.Heic)]
    public void Random_damage_leads_to_a_verdict_and_never_to_an_exception(FileKind kind)
    {
        var random = new Random(20261121);
        var whole = Good(kind);
        for (var run = 0; run < 5_000; run++)
        {
            var bytes = (byte[])whole.Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotNull(Look(Name(kind), bytes));
            if (kind != FileKind.Pdf)
                _ = Record.Exception(() => ImageMetadata.Strip(new MemoryStream(bytes))) is null or InvalidDataException
                    ? 0
                    : throw new InvalidOperationException($"Run {run}");
        }
    }

    [Theory]
    [InlineData(FileKind.Pdf)]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.Heic)]
    public void Polyglots_are_refused(FileKind kind)
    {
        var whole = Good(kind);
        Look(Name(kind), [.. whole, .. Zip()], refused: true);
        Look(Name(kind), [.. Zip(), .. whole], refused: true);
        Look(Name(kind), [.. "<script>alert(1)</script>"u8, .. whole], refused: true);
        Look(Name(kind), [.. whole, .. "<script>alert(1)</script>"u8], refused: true);
        Look(Name(kind), [.. "MZ"u8, .. whole], refused: true);
        Look(Name(kind), [.. whole, .. PlainPdf()], refused: kind != FileKind.Pdf);
        Look(Name(kind), [.. whole, .. new byte[100_000]], refused: true);
        Look(Name(kind), [.. whole, .. Ascii(Eicar)], refused: true);
    }

    [Fact]
    public void Refusals_say_what_is_wrong_and_what_to_do()
    {
        foreach (var content in new[] { [], Zip(), Ascii("<html>"), Ascii("GIF8"), Ascii("x"), Jpeg(65_000, 65_000), PlainPdf("", "/Encrypt 3 0 R") })
        {
            var refused = Assert.IsType<FileVerdict.Refused>(Look("a.pdf", content) is FileVerdict.Refused { Reason: not FileRefusal.NameDisagrees } r
                ? r
                : Look("a.jpg", content));
            Assert.Matches(@"\. (Choose|Make|Open|Print|Save|Upload) ", refused.Sentence);
            Assert.EndsWith(".", refused.Sentence);
        }
    }

    internal static FileVerdict Look(string name, byte[] content, FileLimits? limits = null) =>
        FileInspection.Inspect(name, new MemoryStream(content), limits);

    internal static void Refused(FileRefusal reason, string name, byte[] content) =>
        Assert.Equal(reason, Assert.IsType<FileVerdict.Refused>(Look(name, content)).Reason);

    private static void Look(string name, byte[] content, bool refused) => Assert.Equal(refused, Look(name, content) is FileVerdict.Refused);

    private static string Name(FileKind kind) => "a." + (kind == FileKind.Jpeg ? "jpg" : kind.ToString());

    private static byte[] Good(FileKind kind) => kind switch
    {
        FileKind.Pdf => PlainPdf(),
        FileKind.Jpeg => Jpeg(),
        FileKind.Png => Png(),
        _ => Heic(secret: "exif"),
    };
}
