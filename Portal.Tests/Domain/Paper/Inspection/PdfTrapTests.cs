using Portal.Domain.Paper.Inspection;
using static Portal.Tests.Domain.Paper.Inspection.Sample;

namespace Portal.Tests.Domain.Paper.Inspection;

/// <summary>Which PDFs our own process may read. Some readers follow the others forever, or until the process crashes.</summary>
public class PdfTrapTests
{
    [Theory]
    [InlineData("/Prev 15", "")]
    [InlineData("/#50r#65v 15", "")]
    [InlineData("%/Prev 15\n", "")]
    [InlineData("", "[")]
    [InlineData("", "<</A")]
    public void Circular_and_endlessly_nested_structures_are_found(string trailer, string opening)
    {
        var deep = string.Concat(Enumerable.Repeat(opening, 5000));
        Trap(PlainPdf(opening.Length == 0 ? "" : $"5 0 obj\n{deep}\nendobj\n", trailer.Replace("15", Table(trailer), StringComparison.Ordinal)));
        if (opening.Length > 0)
            Trap(PdfWithObjectStream("5 0 " + deep));
    }

    [Theory]
    [InlineData("/Length 6 0 R>>")]
    [InlineData("/#4cength 6 0 R>>")]
    [InlineData("/Length 6% 0 R\n0 R>>")]
    public void Stream_lengths_that_refer_to_each_other_by_the_thousand_are_found(string length)
    {
        string Streams(int count, string one) => string.Concat(Enumerable.Repeat($"<<{one}", count));
        var ordinary = Streams(20_000, "/Length 6\n/Filter/Fl>>") + Streams(20_000, "/Length 6>>");
        Safe(PlainPdf(Streams(5_000, length) + ordinary));
        Trap(PlainPdf(Streams(10_001, length)));
        Trap(PdfWithObjectStream("4 0 <<" + length));
    }

    [Theory]
    [InlineData("4 0 <414", false)]
    [InlineData("4 0 <</A<41 >>", true)]
    [InlineData("4 0 <4\n>", false)]
    [InlineData("4 0 (no brackets)", true)]
    public void Compressed_objects_that_are_never_closed_are_found(string content, bool isClosed)
    {
        if (isClosed)
            Safe(PdfWithObjectStream(content));
        else
            Trap(PdfWithObjectStream(content));
    }

    [Fact]
    public void Ordinary_updates_outlines_and_nesting_are_fine()
    {
        var first = PlainPdf("5 0 obj\n<</Prev 6 0 R/Next 7 0 R>>\nendobj\n");
        Safe([.. first, .. Ascii($"xref\n0 0\ntrailer\n<</Size 3/Root 1 0 R/Prev 120>>\nstartxref\n{first.Length}\n%%EOF\n")]);
        Safe(PlainPdf($"5 0 obj\n{new string('[', 300)}{new string(']', 300)}\nendobj\n"));
    }

    [Theory]
    [InlineData("/Type /ObjStm /Filter /LZWDecode")]
    [InlineData("/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]")]
    [InlineData("/Type /ObjStm /Filter [/FlateDecode /FlateDecode]")]
    [InlineData("/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>")]
    [InlineData("/Type /ObjStm /Filter 9 0 R")]
    public void Objects_compressed_in_an_uncheckable_way_are_left_to_another_process(string dictionary) => Trap(PdfWithObjectStream("4 0 << >>", dictionary));

    [Fact]
    public void Decompression_bombs_and_encrypted_files_are_left_to_another_process()
    {
        Trap(PdfWithObjectStream(new string(' ', 40_000_000)));
        Trap(PlainPdf(trailer: "/Encrypt 9 0 R"));
    }

    [Theory]
    [InlineData("/Type /XRef")]
    [InlineData("/Size 9 /W [1 2 1]")]
    public void A_cross_reference_table_may_use_a_row_predictor_but_not_be_a_bomb(string table)
    {
        var packed = table + " /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>";
        Safe(PdfWithObjectStream("rows", packed));
        Trap(PdfWithObjectStream(new string(' ', 40_000_000), packed));
    }

    private static string Table(string trailer) => PlainPdf(trailer: trailer) is var file
        ? System.Text.Encoding.Latin1.GetString(file).Split("startxref\n")[1].Split('\n')[0]
        : "";

    private static void Safe(byte[] file) => Assert.True(PdfReading.IsSafe(file));

    private static void Trap(byte[] file) => Assert.False(PdfReading.IsSafe(file));
}
