using Portal.Domain.Paper;
using Portal.Domain.Paper.Fonts;

namespace Portal.Tests.Domain.Paper;

/// <summary>Names on a machine without any fonts of its own, such as a small server.</summary>
public sealed class AnyScriptTests
{
    private static readonly FontFiles Bundled = new(Path.Combine(AppContext.BaseDirectory, "fonts"), []);

    public static TheoryData<string, string> Names => new()
    {
        { "Arabic", "محمد عبد الله" }, { "Persian", "پروین گیلانی" }, { "Urdu", "ڈاکٹر ٹیپو" }, { "Armenian", "Արամ Խաչատրյան" }, { "Bengali", "রবীন্দ্রনাথ ঠাকুর" },
        { "Burmese", "အောင်ဆန်းစုကြည်" }, { "Cherokee", "ᏎᏉᏯ" }, { "Cyrillic", "Александр Достоевский" }, { "Ukrainian", "Ґалаґан Їжакевич" },
        { "Chinese, simplified", "张伟 赵颖 龚" }, { "Chinese, traditional", "張偉 趙穎 龔" }, { "Devanagari", "अनुष्का शर्मा" }, { "Amharic", "ኃይለ ገብረሥላሴ" },
        { "Georgian", "შოთა რუსთაველი" }, { "Greek", "Ελένη Παπαδοπούλου" }, { "Greek, old", "Ἀριστοτέλης" }, { "Gujarati", "મહાત્મા ગાંધી" }, { "Gurmukhi", "ਗੁਰੂ ਨਾਨਕ" },
        { "Hebrew", "יוסף כהן" }, { "Japanese", "佐藤 さくら 渡邉 ケンジ" }, { "Kannada", "ರಾಜ್‌ಕುಮಾರ್" }, { "Khmer", "សុខ សុភា" }, { "Korean", "김민준 박서연 뷁" },
        { "Lao", "ສົມພອນ" }, { "Malayalam", "മോഹൻലാൽ" }, { "Oriya", "ନବୀନ ପଟ୍ଟନାୟକ" }, { "Sinhala", "මහින්ද" }, { "Tamil", "ரஜினிகாந்த்" }, { "Telugu", "చిరంజీవి" },
        { "Thaana", "މުހައްމަދު" }, { "Thai", "สมชาย ศรีสุข" }, { "Vietnamese", "Nguyễn Thị Hồng Đào" }, { "Yoruba", "Ọláńrewájú Ṣẹ́gun" }, { "Hawaiian", "Kaʻiulani Kalākaua" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_in_any_script_prints_whole_on_a_machine_without_fonts(string script, string name)
    {
        Assert.True(Bundled.CanPrint(name.Replace("\u200C", "", StringComparison.Ordinal)), $"{script}: {name}");
        var pdf = new PaperPrinter(Bundled).Print(PaperSamples.Of(new Fields([new Field("Name", name)]), new Paragraph(name) { Strong = true }));
        Assert.DoesNotContain('□', PdfTools.Words(pdf));
        // Only the glyphs that are used: the whole font would be up to ten megabytes.
        Assert.InRange(pdf.Length, 10_000, 700_000);
        var fonts = PdfTools.Run("pdffonts", pdf, "{}").Split('\n').Skip(2).TakeWhile(line => line.Length > 0).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, line => Assert.Matches(@"yes\s+yes\s+yes", line));
    }

    [Fact]
    public void A_Chinese_name_is_in_one_font_and_so_is_a_Japanese_one()
    {
        foreach (var name in new[] { "张伟赵颖龚", "佐藤さくら渡邉ケンジ", "김민준" })
        {
            var pdf = new PaperPrinter(Bundled).Print(PaperSamples.Of(new Paragraph(name)));
            Assert.Single(PdfTools.Run("pdffonts", pdf, "{}").Split('\n'), line => line.Contains("Noto Sans", StringComparison.Ordinal));
        }
    }
}
