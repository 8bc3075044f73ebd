using Portal.Domain.Paper.Inspection;
using static Portal.Tests.Domain.Paper.Inspection.Sample;

namespace Portal.Tests.Domain.Paper.Inspection;

public class FileInspectionTests
{
    public static TheoryData<FileKind, byte[]> Kinds => new()
    {
        { FileKind.Pdf, PlainPdf() },
        { FileKind.Pdf, [.. "\r\n  "u8, .. PlainPdf()] },
        { FileKind.Pdf, [0xEF, 0xBB, 0xBF, .. PlainPdf()] },
        { FileKind.Pdf, [.. "\u001b%-12345X@PJL SET RESOLUTION=600\r\n"u8, .. PlainPdf()] },
        { FileKind.Jpeg, Jpeg() },
        { FileKind.Png, Png() },
        { FileKind.Heic, Heif() },
        { FileKind.Heic, Heif("mif1") },
        { FileKind.Avif, Heif("avif") },
        { FileKind.Tiff, [.. "II*\0"u8, 8, 0, 0, 0] },
        { FileKind.Tiff, [.. "MM\0*"u8, 0, 0, 0, 8] },
        { FileKind.WebP, [.. "RIFF\0\0\0\0WEBPVP8 "u8] },
        { FileKind.Gif, [.. "GIF89a\u0001\0\u0001\0"u8] },
        { FileKind.Bmp, [.. "BM"u8, .. new byte[12], 40, 0, 0, 0, .. new byte[20]] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_content_decides_what_a_file_is(FileKind kind, byte[] content) =>
        Assert.Equal(new FileVerdict.Accepted(kind), FileInspection.Inspect(content));

    [Fact]
    public void File_sizes_are_limited()
    {
        Refused(FileRefusal.Empty, []);
        var refused = Assert.IsType<FileVerdict.Refused>(FileInspection.Inspect(PlainPdf(), new FileLimits(MaxBytes: 100)));
        Assert.Equal(FileRefusal.TooLarge, refused.Reason);
        Assert.Contains("{0} MB", refused.Sentence);
        Assert.Single(refused.Arguments);
    }

    [Fact]
    public void Pictures_that_unpack_to_huge_ones_are_refused_before_they_are_decoded()
    {
        Refused(FileRefusal.TooManyPixels, Jpeg(65_000, 65_000));
        Refused(FileRefusal.TooManyPixels, Png(int.MaxValue, int.MaxValue));
        Assert.IsType<FileVerdict.Accepted>(FileInspection.Inspect(Png(10_000, 10_000)));
    }

    [Theory]
    [InlineData(FileRefusal.UnknownKind, Eicar)]
    [InlineData(FileRefusal.UnknownKind, "MZ\u0090\0program")]
    [InlineData(FileRefusal.UnknownKind, "just text")]
    [InlineData(FileRefusal.UnknownKind, "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom")]
    [InlineData(FileRefusal.WebPage, "<!doctype html><script>alert(1)</script>")]
    [InlineData(FileRefusal.WebPage, "\u00ef\u00bb\u00bf  <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData(FileRefusal.WebPage, "<?xml version='1.0'?><x/>")]
    [InlineData(FileRefusal.WebPage, "\u00ff\u00fe<\0h\0t\0m\0l\0>\0")]
    [InlineData(FileRefusal.OtherImage, "8BPS\0\u0001")]
    [InlineData(FileRefusal.OtherImage, "BM, said the letter")]
    [InlineData(FileRefusal.Archive, "Rar!\u001a\u0007\u0001\0")]
    [InlineData(FileRefusal.Archive, "7z\u00bc\u00af\u0027\u001c\0")]
    [InlineData(FileRefusal.Archive, "\u001f\u008b\u0008\0")]
    [InlineData(FileRefusal.OfficeDocument, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1old word")]
    [InlineData(FileRefusal.OfficeDocument, "{\\rtf1\\ansi}")]
    public void Other_kinds_of_files_are_refused(FileRefusal reason, string content) => Refused(reason, Ascii(content));

    [Fact]
    public void Archives_and_office_documents_are_told_apart()
    {
        Refused(FileRefusal.Archive, Zip());
        Refused(FileRefusal.OfficeDocument, Zip("[Content_Types].xml"));
        Refused(FileRefusal.OfficeDocument, Zip("mimetype", "application/vnd.oasis.opendocument.text"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_truncated_picture_is_never_accepted(bool isJpeg)
    {
        var whole = isJpeg ? Jpeg() : Png();
        for (var length = 0; length < whole.Length; length++)
            Assert.IsType<FileVerdict.Refused>(FileInspection.Inspect(whole[..length]));
    }

    /// <summary>Whatever comes first is what the file is: programs that look elsewhere must not find another kind there.</summary>
    [Fact]
    public void A_file_that_starts_as_another_kind_is_of_that_kind()
    {
        foreach (var hidden in new[] { PlainPdf(), Jpeg(), Png() })
        {
            Refused(FileRefusal.Archive, [.. Zip(), .. hidden]);
            Refused(FileRefusal.WebPage, [.. "<script>alert(1)</script>"u8, .. hidden]);
            Refused(FileRefusal.UnknownKind, [.. "MZ"u8, .. hidden]);
        }

        Assert.Equal(new FileVerdict.Accepted(FileKind.Gif), FileInspection.Inspect([.. "GIF89a"u8, .. PlainPdf()]));
    }

    [Fact]
    public void Refusals_say_what_is_wrong_and_what_to_do()
    {
        foreach (var content in new[] { [], Zip(), Ascii("<html>"), Ascii("8BPS"), Ascii("x"), Jpeg(65_000, 65_000) })
        {
            var refused = Assert.IsType<FileVerdict.Refused>(FileInspection.Inspect(content));
            Assert.Matches(@"\. (Choose|Make|Open|Print|Save|Upload) ", refused.Sentence);
            Assert.EndsWith(".", refused.Sentence);
        }
    }

    internal static void Refused(FileRefusal reason, byte[] content) =>
        Assert.Equal(reason, Assert.IsType<FileVerdict.Refused>(FileInspection.Inspect(content)).Reason);
}
