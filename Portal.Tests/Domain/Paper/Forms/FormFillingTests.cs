using System.Text.RegularExpressions;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Paper.Sealing;
using Portal.Tests.Domain.Paper.Sealing;
using QRCoder;
using static Portal.Tests.Domain.Paper.Forms.Fillings;

namespace Portal.Tests.Domain.Paper.Forms;

public sealed class FormFillingTests
{
    private const string Long = "All notices about my benefit of October 2026, and the reasons for the delay. ";

    [Theory]
    [InlineData("Núñez")]
    [InlineData("Łukasz")]
    [InlineData("Nguyễn Thị Ngọc")]
    [InlineData("Ольга Шевченко")]
    [InlineData("O’Súilleabháin & <Sons> (\\)")]
    public void Names_in_any_script_are_shown_by_other_PDF_readers(string name)
    {
        var filled = Fill(FormSamples.Small(), ("Name", Text(name)), ("DOB", Text("04/09/1984")), ("Agree", Tick("Yes")));
        Check(filled);
        Assert.Contains($"Name of the person {name}", PdfTools.Words(filled));
        Assert.Contains("04/09/1984", PdfTools.Words(filled));
        Assert.Contains("✔", PdfTools.Words(filled));
        Assert.Contains("yes yes yes", Regex.Match(PdfTools.Run("pdffonts", filled, "{}"), ".*Public.*").Value);
    }

    [Fact]
    public void Fields_without_a_value_stay_as_in_the_blank_form()
    {
        Assert.DoesNotContain("✔", PdfTools.Words(Fill(FormSamples.Small(), ("Name", Text("Ana")))));
        Assert.DoesNotContain("✔", PdfTools.Words(Fill(FormSamples.Small(), ("Agree", Tick(null)))));
        Assert.Contains("Ponce, PR", PdfTools.Words(Fill(FormSamples.Turned)));
        Assert.DoesNotContain("SECRET", PdfTools.Words(Fill(FormSamples.Turned)));
        Assert.DoesNotContain("Ponce", PdfTools.Words(Fill(FormSamples.Turned, ("Town", Text("Bayamón")))));
    }

    [Fact]
    public void The_same_values_give_the_same_file()
    {
        var entries = Entries(("Name", Text("Ana")), ("Agree", Tick("Yes"))) with { CornerCode = Code };
        Assert.Equal(Filling.Fill(FormSamples.Small(), entries), Filling.Fill(FormSamples.Small(), entries));
    }

    [Fact]
    public void Nested_fields_are_filled_in_all_their_places_and_states()
    {
        var filled = Fill(
            FormSamples.Nested, ("person.name.full", Text("Łukasz Nguyễn-Núñez")), ("person.ids.ssn", Text("219-09-9999")), ("sex", Tick("2")),
            ("state", Text("PR")),
            ("records", Text("My notices\nof 2026")), ("guardian", Tick("Yes")), ("initials", Text("ŁNN")), ("languages", Text("español")));
        Check(filled);
        var words = PdfTools.Words(filled);
        Assert.Equal(3, Regex.Count(words, "Łukasz Nguyễn-Núñez"));
        Assert.Contains("2 1 9 0 9 9 9 9 9", words);
        Assert.Contains("Puerto Rico", words);
        Assert.Contains("My notices", words);
        Assert.Contains("6. I sign as X", words);
        Assert.Contains("ŁNN", words);
        Assert.Contains("Español", words);
        Assert.Contains("Pages:           2", PdfTools.Run("pdfinfo", filled, "{}"));
        // The second of three radio buttons is filled and the others are empty, judged by the darkness at their centers.
        var page = PageImages.Gray(filled, 150)[0];
        Assert.Equal([false, true, false], new[] { 186.0, 236, 286 }.Select(x => page.IsDarkAt(x, 174)));
    }

    [Fact]
    public void Each_character_of_a_comb_field_is_in_its_cell()
    {
        var boxes = PdfTools.Run("pdftotext", Fill(FormSamples.Nested, ("person.ids.ssn", Text("123 45 6789"))), "-bbox", "{}", "-");
        var cells = Regex.Matches(boxes, "xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" [^>]*>(\\d)</word>")
            .Where(m => double.Parse(m.Groups[2].Value) is > 120 and < 145)
            .Select(m => (Middle: (double.Parse(m.Groups[1].Value) + double.Parse(m.Groups[3].Value)) / 2, Digit: m.Groups[4].Value)).ToList();
        Assert.Equal("123456789", string.Concat(cells.Select(c => c.Digit)));
        Assert.All(cells.Index(), c => Assert.Equal(180 + ((c.Index + 0.5) * 240 / 9), c.Item.Middle, 1.0));
    }

    [Fact]
    public void Long_text_shrinks_first_and_then_continues_on_an_extra_page()
    {
        var shrunk = Fill(FormSamples.Nested, ("records", Text(string.Concat(Enumerable.Repeat(Long, 9)))));
        Assert.Contains("Pages:           2", PdfTools.Run("pdfinfo", shrunk, "{}"));
        var text = string.Concat(Enumerable.Range(1, 60).Select(n => $"Item {n}: {Long}"));
        var more = Fill(FormSamples.Nested, ("records", Text(text)), ("initials", Text("LONG-INITIALS")), ("state", Text("Utah")));
        Check(more);
        var words = PdfTools.Words(more);
        Assert.Contains("Pages:           5", PdfTools.Run("pdfinfo", more, "{}"));
        Assert.Contains("see page 3", words);
        Assert.Contains("Continuation of Consent, AB-1", words);
        // Full text on the continuation pages, including values whose field is only a few characters wide or whose list lacks them.
        Assert.All(Enumerable.Range(1, 60), n => Assert.Contains($"Item {n}:", words[words.IndexOf("Continuation of", StringComparison.Ordinal)..]));
        Assert.Contains("initials (page 1)", words);
        Assert.Contains("LONG-INITIALS", words);
        Assert.Contains("Utah", words);
    }

    [Fact]
    public void A_number_too_long_for_its_cells_is_not_cut_off()
    {
        var words = PdfTools.Words(Fill(FormSamples.Nested, ("person.ids.ssn", Text("219-09-9999-1234"))));
        Assert.DoesNotContain("2 1 9 0 9", words);
        Assert.Contains("219-09-9999-1234", words);
    }

    [Fact]
    public void Text_on_a_rotated_page_is_upright_and_in_place()
    {
        var filled = Filling.Fill(
            FormSamples.Turned,
            Entries(("Name", Text("Đặng")), ("Signature", new FieldValue.Signature("Đặng Thị")), ("Lost", Tick("1"))) with { CornerCode = Code });
        Check(filled);
        var boxes = PdfTools.Run("pdftotext", filled, "-bbox", "{}", "-");
        (double Left, double Middle) At(string word)
        {
            var found = Regex.Match(boxes, $"xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"[\\d.]+\" yMax=\"([\\d.]+)\">{word}<");
            Assert.True(found.Success, boxes);
            double Number(int group) => double.Parse(found.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
            return (Number(1), (Number(2) + Number(3)) / 2);
        }

        // The value starts 60 points to the right of its label as the reader sees it, on the same line.
        var (label, value) = (At("Name"), At("Đặng"));
        Assert.InRange(value.Left - label.Left, 60, 66);
        Assert.InRange(value.Middle - label.Middle, -8, 5);
        Assert.Contains("Đặng Thị", PdfTools.Words(filled));
        Assert.Contains("K7M2-9QXR-4", PdfTools.Words(filled));
        Assert.Contains("/URI", PdfTools.Run("qpdf", filled, "--qdf", "--object-streams=disable", "{}", "-"));
    }

    [Fact]
    public void Screen_readers_read_a_tagged_form_in_order_with_its_values()
    {
        var filled = Fill(FormSamples.Tagged, ("Name", Text("Łukasz")), ("Town", Text(string.Concat(Enumerable.Repeat("A very long town ", 20)))));
        Check(filled);
        var structure = PdfTools.Run("pdfinfo", filled, "-struct-text", "{}");
        var order = new[] { "\"Name\"", "\"Łukasz\"", "\"Town\"", "A very long town", "Continuation of" }
            .Select(s => structure.IndexOf(s, StringComparison.Ordinal))
            .ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.DoesNotContain("Object", structure);
        Assert.DoesNotContain("/OBJR", PdfTools.Run("qpdf", Fill(FormSamples.Tagged), "--qdf", "--object-streams=disable", "{}", "-"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_filled_form_can_be_sealed(int sample)
    {
        var blank = sample == 0 ? FormSamples.Nested : FormSamples.Turned;
        var shape = ((FormVerdict.Accepted)FormInspection.Inspect(blank)).Shape;
        var sealedForm = await SealSamples.Seal(SealSamples.Certificate)
            .SealAsync(Filling.Fill(blank, Everything(shape)), "Privacy release received", "New York");
        Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(sealedForm));
        var report = PdfTools.Run("pdfsig", sealedForm, "-nocert", "{}");
        Assert.Contains("Signature Validation: Signature is Valid.", report);
        Assert.Contains("Total document signed", report);
        Assert.Contains("Łukasz", PdfTools.Words(sealedForm));
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Run("qpdf", sealedForm, "--check", "{}"));
        Assert.IsType<SealVerdict.Changed>(SealSamples.Verify([.. sealedForm[..2_000], (byte)(sealedForm[2_000] ^ 1), .. sealedForm[2_001..]]));
    }

    /// <summary>In the top right corner: 54 points wide, 537 from the left and 21 from the top.</summary>
    [Fact]
    public void The_corner_code_is_drawn_exactly()
    {
        var filled = Filling.Fill(FormSamples.Small(), Entries(("Name", Text("Ana"))) with { CornerCode = Code });
        var page = PageImages.Gray(filled, 300)[0];
        using var code = new QRCodeGenerator().CreateQrCode(Code, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var side = code.ModuleMatrix.Count - 8;
        for (var module = 0; module < side * side; module++)
        {
            var (row, column) = (module / side, module % side);
            Assert.Equal(code.ModuleMatrix[row + 4][column + 4], page.IsDarkAt(537 + ((column + 0.5) * 54 / side), 21 + ((row + 0.5) * 54 / side)));
        }
    }

    [Fact]
    public void The_corner_code_never_covers_the_form()
    {
        // The text runs from edge to edge, so the form is scaled down and the code is printed below it.
        var full = Full();
        var filled = Filling.Fill(full, Entries(("Name", Text("Ana"))) with { CornerCode = Code });
        Check(filled);
        Assert.Equal(Regex.Count(PdfTools.Words(full), "Edge to edge"), Regex.Count(PdfTools.Words(filled), "Edge to edge"));
        var boxes = PdfTools.Run("pdftotext", filled, "-bbox", "{}", "-");
        Assert.True(Regex.Matches(boxes, "yMax=\"([\\d.]+)\">Edge<").Max(m => double.Parse(m.Groups[1].Value)) < 792 - 80);
        Assert.True(double.Parse(Regex.Match(boxes, "yMin=\"([\\d.]+)\"[^>]*>K7M2-9QXR-4<").Groups[1].Value) > 792 - 80);
        Assert.Contains("Ana", PdfTools.Words(filled));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("%PDF-1.7\nnonsense")]
    public void Files_without_a_form_are_not_filled(string file) =>
        Assert.Throws<InvalidDataException>(() => Filling.Fill(System.Text.Encoding.ASCII.GetBytes(file), Entries()));

    private static byte[] Full()
    {
        var pdf = new HandPdf();
        var lines = string.Concat(Enumerable.Range(0, 78)
            .Select(
                _ => "0 -10 Td (Edge to edge, edge to edge, edge to edge, edge to edge, edge to edge, edge to edge, edge to edge, edge to edge, edge to edge, edge to edge, edge to edge) Tj "));
        pdf.Add("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>");
        pdf.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        pdf.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R /Annots [6 0 R] >>");
        pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        pdf.AddStream($"BT /F1 9 Tf 4 790 Td {lines} ET");
        pdf.Add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /Rect [200 380 400 400] /MK << /BG [1] >> /F 4 >>");
        return pdf.Bytes(1);
    }
}
