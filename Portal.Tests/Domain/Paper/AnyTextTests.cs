using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Paper;
using Portal.Tests.Domain.Paper.Drawing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Paper;

public class AnyTextTests
{
    private static readonly string[] Names =
    [
        "Александр Достоевский", "Ελένη Παπαδοπούλου", "Nguyễn Thị Hồng Đào", "Þórður Ægisson", "Łukasz Żółć", "Yaşar İğdır",
    ];

    private static readonly string[] Hostile =
    [
        "", " ", "\0\u0001\u001b[31m", "\ud800 alone", "tail \udc00", "\u202Egnp.exe", "\ufffe\uffff", "👩‍👩‍👧‍👦 🏳️‍🌈 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠜎",
        "a\u0301\u0301\u0301\u0301z", "ﷺ",
        "王秀英 张伟 佐藤 김민준", "محمد عبد الله", "יוסף כהן", "अनुष्का शर्मा", "សុខ សុភា", "(/ByteRange [0 1 2 3]) >> endobj stream", "line\r\nline\u2028line\fline",
        "<script>&amp;\"'", "%s %n {0} {1} ${x}",
    ];

    [Fact]
    public void Names_in_many_scripts_can_be_extracted_from_the_PDF()
    {
        var words = PdfTools.Words(PaperSamples.Printer.Print(PaperSamples.Of(new Bullets(Names))));
        Assert.All(Names, name => Assert.Contains(name, words));
    }

    [Fact]
    public void Characters_outside_the_basic_plane_can_be_extracted() =>
        Assert.Contains("𝔘𝔫𝔦", PdfTools.Words(PaperSamples.Printer.Print(PaperSamples.Of(new Paragraph("𝔘𝔫𝔦")))));

    [Fact]
    public void Hostile_text_is_printed_in_every_kind_of_block()
    {
        foreach (var text in Hostile.Append(new string('W', 20_000)).Append(string.Concat(Enumerable.Repeat("long word ", 3_000))))
        {
            var pdf = PaperSamples.Printer.Print(Everywhere(text));
            Assert.Contains("No syntax or stream encoding errors found", PdfTools.Run("qpdf", pdf, "--check", "{}"));
        }
    }

    [Fact]
    public void Any_text_is_printed() => Prop.ForAll<string>(text => PaperSamples.Printer.Print(Everywhere(text)).Length > 1000)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Of(150, 30)));

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(400)]
    public void A_drawn_signature_that_is_not_an_image_is_left_out(int length)
    {
        var broken = Drawing[..Math.Min(length, Drawing.Length)];
        var words = PdfTools.Words(PaperSamples.Printer.Print(PaperSamples.Of(new SignatureBlock("Ann Example", "Mother", "Signed today", broken))));
        Assert.Contains("Ann Example Ann Example Mother Signed today", words);
    }

    [Fact]
    public void A_drawn_signature_is_printed()
    {
        var pdf = PaperSamples.Printer.Print(PaperSamples.Of(new SignatureBlock("Ann Example", "Mother", "Signed today", Drawing)));
        Assert.Contains("image", PdfTools.Run("pdfimages", pdf, "-list", "{}"));
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Run("qpdf", pdf, "--check", "{}"));
    }

    private static byte[] Drawing => PngSample.Strokes(400, 120);

    private static PaperDocument Everywhere(string text) => new(text, "en", text, PaperSamples.Issued,
    [
        new Heading(2, text), new Heading(3, text), new Paragraph(text), new Fields([new Field(text, text)]), new Bullets([text, text]),
        new SignatureBlock(text, text, text), new Rule(), new BlankLine(text), new QrCode("https://portal.example", text), new PageBreak(), new Paragraph(text),
    ])
    {
        Issuer = text,
        IssuerDetail = text.Length > 500 ? text[..500] : text,
    };
}
