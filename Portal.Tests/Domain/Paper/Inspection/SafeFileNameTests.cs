using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Paper.Inspection;

namespace Portal.Tests.Domain.Paper.Inspection;

public class SafeFileNameTests
{
    [Theory]
    [InlineData("letter.pdf", "letter.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\Ana\\My scan.pdf", "My scan.pdf")]
    [InlineData("a\0b.pdf", "ab.pdf")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf")]
    [InlineData("a\"b<c>.pdf", "a_b_c_.pdf")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("..", "document")]
    [InlineData("", "document")]
    [InlineData(null, "document")]
    [InlineData("\u200D", "document")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("lpt1.tar.pdf", "_lpt1.tar.pdf")]
    [InlineData("a\u00A0b.pdf. ", "a b.pdf")]
    [InlineData("Cafe\u0301.pdf", "Caf\u00E9.pdf")]
    [InlineData("\uD800x.pdf", "x.pdf")]
    public void Names_are_made_safe(string? claimed, string expected) => Assert.Equal(expected, SafeFileName.Of(claimed));

    [Theory]
    [InlineData("свидетельство о рождении.pdf")]
    [InlineData("出生证明.jpg")]
    [InlineData("شهادة الميلاد.pdf")]
    [InlineData("می‌خواهم.pdf")]
    [InlineData("जन्म प्रमाणपत्र.png")]
    [InlineData("giấy khai sinh 🎂.heic")]
    public void Names_in_any_script_are_kept(string name) => Assert.Equal(name, SafeFileName.Of(name));

    [Fact]
    public void Long_names_are_shortened_in_the_middle_and_keep_their_extension()
    {
        var name = SafeFileName.Of(new string('出', 5_000) + ".pdf");
        Assert.EndsWith("出.pdf", name);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 170, SafeFileName.MaxBytes);
    }

    [Fact]
    public void Any_text_gives_a_short_clean_name_that_needs_no_further_cleaning() =>
        Prop.ForAll<string>(text => SafeFileName.Of(text) is { Length: > 0 } name
            && Encoding.UTF8.GetByteCount(name) <= SafeFileName.MaxBytes
            && name.IndexOfAny(['/', '\\', '\0', '\n', '\r', '"', '\u202E']) < 0
            && SafeFileName.Of(name) == name)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("letter.pdf", FileKind.Pdf, "letter.pdf")]
    [InlineData("LETTER.PDF", FileKind.Pdf, "LETTER.PDF")]
    [InlineData("IMG_0001.jpg", FileKind.Heic, "IMG_0001.heic")]
    [InlineData("IMG_0001.HEIC", FileKind.Jpeg, "IMG_0001.jpg")]
    [InlineData("letter", FileKind.Pdf, "letter.pdf")]
    [InlineData("letter.pdf.exe", FileKind.Pdf, "letter.pdf")]
    [InlineData("photo.jpg\0.html", FileKind.Jpeg, "photo.jpg")]
    [InlineData("photo\u202Egpj.exe", FileKind.Jpeg, "photogpj.jpg")]
    [InlineData("Letter from Dr. Smith", FileKind.Pdf, "Letter from Dr. Smith.pdf")]
    [InlineData("scan 12.04.2026", FileKind.Png, "scan 12.04.2026.png")]
    [InlineData(".pdf", FileKind.Pdf, "pdf.pdf")]
    [InlineData("", FileKind.Pdf, "document.pdf")]
    [InlineData("a.b.zip.png", FileKind.Pdf, "a.b.pdf")]
    public void A_name_gets_the_ending_of_what_the_file_is(string claimed, FileKind kind, string name) =>
        Assert.Equal(name, SafeFileName.For(claimed, kind));
}
