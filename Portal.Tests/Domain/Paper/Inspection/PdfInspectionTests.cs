using Portal.Domain.Paper.Inspection;
using static Portal.Tests.Domain.Paper.Inspection.FileInspectionTests;
using static Portal.Tests.Domain.Paper.Inspection.Sample;

namespace Portal.Tests.Domain.Paper.Inspection;

public class PdfInspectionTests
{
    [Theory]
    [InlineData(FileRefusal.ActiveContent, "<< /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData(FileRefusal.ActiveContent, "<</S/JavaScript/JS(app.alert(1))>>")]
    [InlineData(FileRefusal.ActiveContent, "<< /S /J#61vaScript /JS (x) >>")]
    [InlineData(FileRefusal.ActiveContent, "<< /S /#4A#61#76#61#53#63#72#69#70#74 >>")]
    [InlineData(FileRefusal.ActiveContent, "<< /S /Launch /F (cmd.exe) >>")]
    [InlineData(FileRefusal.ActiveContent, "<< /Names << /EmbeddedFiles 9 0 R >> >>")]
    [InlineData(FileRefusal.ActiveContent, "<< /Type /EmbeddedFile >>")]
    [InlineData(FileRefusal.ActiveContent, "<< /Subtype /RichMedia >>")]
    [InlineData(FileRefusal.ActiveContent, "<< /AcroForm << /XFA 9 0 R >> >>")]
    [InlineData(FileRefusal.Encrypted, "<< /Encrypt 9 0 R >>")]
    public void Active_and_hidden_content_is_refused_plain_or_compressed(FileRefusal reason, string content)
    {
        Refused(reason, "a.pdf", PlainPdf($"4 0 obj\n{content}\nendobj\n"));
        Refused(reason, "a.pdf", PdfWithObjectStream("4 0 " + content));
        Refused(reason, "a.pdf", PdfWithObjectStream("4 0 " + content, "/N 1 /First 4 /Filter [/FlateDecode]"));
        Refused(reason, "a.pdf", PdfWithObjectStream("4 0 " + content, "/Type /Obj#53tm /Filter /Fl"));
    }

    /// <summary>Some readers follow these forever, or until the process crashes.</summary>
    [Theory]
    [InlineData("/Prev 120", "")]
    [InlineData("/#50r#65v 120", "")]
    [InlineData("%/Prev 120\n", "")]
    [InlineData("/XRefStm 120", "")]
    [InlineData("", "[")]
    [InlineData("", "<</A")]
    public void Circular_and_endlessly_nested_structures_are_refused(string trailer, string opening)
    {
        var deep = string.Concat(Enumerable.Repeat(opening, 5000));
        Refused(FileRefusal.Damaged, "a.pdf", PlainPdf(opening.Length == 0 ? "" : $"5 0 obj\n{deep}\nendobj\n", trailer));
        if (opening.Length > 0)
            Refused(FileRefusal.Damaged, "a.pdf", PdfWithObjectStream("5 0 " + deep));
    }

    /// <summary>A reader that follows thousands of lengths that refer to each other crashes.</summary>
    [Theory]
    [InlineData("/Length 6 0 R>>")]
    [InlineData("/#4cength 6 0 R>>")]
    [InlineData("/Length 6% 0 R\n0 R>>")]
    public void Stream_lengths_that_refer_to_each_other_by_the_thousand_are_refused(string length)
    {
        string Streams(int count, string one) => string.Concat(Enumerable.Repeat($"<<{one}", count));
        var ordinary = Streams(20_000, "/Length 6\n/Filter/Fl>>") + Streams(20_000, "/Length 6>>");
        Assert.IsType<FileVerdict.Accepted>(Look("a.pdf", PlainPdf(Streams(5_000, length) + ordinary)));
        Refused(FileRefusal.Damaged, "a.pdf", PlainPdf(Streams(10_001, length)));
        Refused(FileRefusal.Damaged, "a.pdf", PdfWithObjectStream("4 0 <<" + length));
    }

    [Theory]
    [InlineData("4 0 <414", false)]
    [InlineData("4 0 <</A<41 >>", true)]
    [InlineData("4 0 <4\n>", false)]
    [InlineData("4 0 (no brackets)", true)]
    public void Compressed_objects_that_are_never_closed_are_refused(string content, bool isClosed)
    {
        if (isClosed)
            Assert.IsType<FileVerdict.Accepted>(Look("a.pdf", PdfWithObjectStream(content)));
        else
            Refused(FileRefusal.Damaged, "a.pdf", PdfWithObjectStream(content));
    }

    [Fact]
    public void Ordinary_updates_outlines_and_nesting_are_accepted()
    {
        var first = PlainPdf("5 0 obj\n<</Prev 6 0 R/Next 7 0 R>>\nendobj\n");
        byte[] updated = [.. first, .. Ascii($"xref\n0 0\ntrailer\n<</Size 3/Root 1 0 R/Prev 120>>\nstartxref\n{first.Length}\n%%EOF\n")];
        Assert.IsType<FileVerdict.Accepted>(Look("a.pdf", updated));
        Assert.IsType<FileVerdict.Accepted>(Look("a.pdf", PlainPdf($"5 0 obj\n{new string('[', 300)}{new string(']', 300)}\nendobj\n")));
    }

    [Theory]
    [InlineData("<< /Type /Page /Annots [<< /Subtype /Link /A << /S /URI /URI (https://www.ssa.gov) >> >>] >>")]
    [InlineData("<< /AcroForm << /Fields [] >> /OpenAction [3 0 R /Fit] >>")]
    [InlineData("<< /Title (About JavaScript and Launch) /EncryptMetadata false >>")]
    public void Content_of_ordinary_documents_is_accepted(string content)
    {
        Assert.IsType<FileVerdict.Accepted>(Look("a.pdf", PlainPdf($"4 0 obj\n{content}\nendobj\n")));
        Assert.IsType<FileVerdict.Accepted>(Look("a.pdf", PdfWithObjectStream("4 0 " + content)));
    }

    [Theory]
    [InlineData("/Type /ObjStm /Filter /LZWDecode")]
    [InlineData("/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]")]
    [InlineData("/Type /ObjStm /Filter [/FlateDecode /FlateDecode]")]
    [InlineData("/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>")]
    [InlineData("/Type /ObjStm /Filter 9 0 R")]
    public void Objects_compressed_in_an_uncheckable_way_are_refused(string dictionary) =>
        Refused(FileRefusal.Damaged, "a.pdf", PdfWithObjectStream("4 0 << >>", dictionary));

    [Fact]
    public void A_decompression_bomb_is_refused() =>
        Refused(FileRefusal.Damaged, "a.pdf", PdfWithObjectStream(new string(' ', 40_000_000)));

    [Theory]
    [InlineData("/Type /XRef")]
    [InlineData("/Size 9 /W [1 2 1]")]
    public void A_cross_reference_table_may_use_a_row_predictor_but_not_be_a_bomb(string table)
    {
        var packed = table + " /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>";
        Assert.IsType<FileVerdict.Accepted>(Look("a.pdf", PdfWithObjectStream("rows", packed)));
        Refused(FileRefusal.Damaged, "a.pdf", PdfWithObjectStream(new string(' ', 40_000_000), packed));
    }

    [Fact]
    public void An_action_behind_thousands_of_names_is_still_found() =>
        Refused(
            FileRefusal.ActiveContent,
            "a.pdf",
            PdfWithObjectStream("<< /S /JavaScript >>", string.Concat(Enumerable.Repeat("/X 1 ", 5_000)) + "/Type /ObjStm /Filter /FlateDecode"));

    [Fact]
    public void Only_white_space_may_surround_the_PDF()
    {
        Assert.IsType<FileVerdict.Accepted>(Look("a.pdf", [.. "\r\n  "u8, .. PlainPdf(), .. "\r\n\0"u8]));
        Assert.IsType<FileVerdict.Accepted>(Look("a.pdf", [0xEF, 0xBB, 0xBF, .. PlainPdf()]));
        Refused(FileRefusal.HiddenContent, "a.pdf", [.. "PK\u0003\u0004"u8, .. PlainPdf()]);
        Refused(FileRefusal.HiddenContent, "a.pdf", [.. "<html>"u8, .. PlainPdf()]);
        Refused(FileRefusal.HiddenContent, "a.pdf", [.. "GIF89a"u8, .. PlainPdf()]);
        Refused(FileRefusal.HiddenContent, "a.pdf", [.. PlainPdf(), .. "<html>"u8]);
    }

    [Fact]
    public void A_zip_whose_comment_holds_the_end_of_the_PDF_is_detected()
    {
        var zip = Zip();
        var tail = Ascii("startxref\n0\n%%EOF\n");
        (zip[^2], zip[^1]) = ((byte)tail.Length, 0);
        Refused(FileRefusal.HiddenContent, "a.pdf", [.. Ascii("%PDF-1.4\n"), .. zip, .. tail]);
    }
}
