using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Paper;
using Portal.Domain.Paper.Sealing;
using Portal.Tests.Domain.Paper.QrReading;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Paper.Sealing;

/// <summary>What every sealed release guarantees, checked in the file itself and with third-party programs.</summary>
public class SealPropertiesTests
{
    /// <summary>The document's permissions must refer to the signature of its signature field.</summary>
    [Fact]
    public async Task The_document_itself_permits_no_change()
    {
        var text = Readable(await SealSamples.Release);
        var signature = Regex.Match(text, @"/Perms <<\s*/DocMDP (\d+ 0) R\s*>>|/Perms (?<at>\d+) 0 R");
        Assert.True(signature.Success, "the catalog has no /Perms");
        var permitted = signature.Groups["at"].Success
            ? Regex.Match(text, $@"\n{signature.Groups["at"].Value} 0 obj\n<<\s*/DocMDP (\d+ 0) R").Groups[1].Value
            : signature.Groups[1].Value;
        var field = Regex.Match(text, @"/FT /Sig.*?/V (\d+ 0) R", RegexOptions.Singleline);
        Assert.Equal(field.Groups[1].Value, permitted);
        var signed = Regex.Match(text, $@"\n{permitted} obj\n<<(.*?)endobj", RegexOptions.Singleline).Groups[1].Value;
        Assert.Matches(@"/TransformMethod /DocMDP", signed);
        Assert.Matches(@"/TransformParams <<\s*/P 1\s", signed);
        Assert.Contains("/SubFilter /adbe.pkcs7.detached", signed);
        Assert.Matches(@"/SigFlags 3\b", text);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Fonts_language_title_and_structure_are_in_the_sealed_file(string language)
    {
        var pdf = await SealAsync(language == "en" ? PaperSamples.Release : PaperSamples.Spanish with { Blocks = PaperSamples.Release.Blocks });
        var text = Readable(pdf);
        Assert.Contains($"/Lang ({language})", text);
        Assert.Matches(@"/Marked true", text);
        Assert.Contains("/StructTreeRoot", text);
        Assert.Matches(@"/DisplayDocTitle true", text);
        Assert.Contains("/Tabs /S", text);
        var fonts = PdfTools.Run("pdffonts", pdf, "{}");
        Assert.Equal(3, Regex.Count(fonts, "Public Sans.* yes yes yes "));
        Assert.DoesNotContain(" no ", fonts);
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Run("qpdf", pdf, "--check", "{}"));
    }

    [Fact]
    public async Task Openssl_accepts_the_file_and_refuses_a_changed_one()
    {
        var pdf = await SealSamples.Release;
        Assert.Contains("exit 0", OpensslVerdict.Of(pdf));
        var random = new Random(5652);
        var gap = OpensslVerdict.GapOf(pdf);
        for (var round = 0; round < 12; round++)
        {
            var changed = (byte[])pdf.Clone();
            // The envelope ends with the signature value; the rest of its space is zeros, which openssl never sees.
            var position = round < 4 ? random.Next(gap.Index) : round < 8 ? random.Next(gap.Index + gap.Length, pdf.Length)
                : gap.Index + (2 * OpensslVerdict.Envelope(pdf).Length) - 1 - random.Next(600);
            changed[position] ^= 1;
            var ours = SealSamples.Verify(changed) is SealVerdict.Sealed;
            Assert.False(ours, $"{position} went unnoticed");
            // Openssl also rejects a change that is no longer hexadecimal.
            Assert.DoesNotContain("exit 0", OpensslVerdict.Of(changed));
        }
    }

    /// <summary>What an editor would write: new page content and a new table, all well-formed, with the signed bytes unchanged.</summary>
    [Fact]
    public async Task An_incremental_update_is_detected_by_us_and_by_pdfsig()
    {
        var pdf = await SealSamples.Release;
        var updated = WithAnotherFirstPage(pdf);
        Assert.True(updated.AsSpan().StartsWith(pdf));
        Assert.Contains("Not what was signed", PdfTools.Words(updated));
        Assert.Contains("exit 0", PdfTools.Run("qpdf", updated, "--check", "{}"));
        Assert.IsType<SealVerdict.Changed>(SealSamples.Verify(updated));
        var report = PdfTools.Run("pdfsig", updated, "-nocert", "{}");
        Assert.DoesNotContain("Total document signed", report.Replace("Not total document signed", ""));
        Assert.Contains("Not total document signed", report);
    }

    [Fact]
    public async Task A_changed_byte_is_detected_in_a_file_with_scans()
    {
        var pdf = await SealAsync(PaperSamples.Of(
            new PdfPages(PaperPhoto.Form.Turned(2).JpegPdf(), "The scan"), new Picture(PaperPhoto.Form.Jpeg(20), "The photo"), new Paragraph("Own")));
        var random = new Random(1);
        Parallel.For(0, Rounds.Of(400, 50), _ =>
        {
            int position;
            lock (random)
            {
                position = random.Next(pdf.Length);
            }

            var changed = (byte[])pdf.Clone();
            changed[position] ^= (byte)(1 << (position % 8));
            Assert.False(SealSamples.Verify(changed) is SealVerdict.Sealed or SealVerdict.NotOurs, $"a change at {position} went unnoticed");
        });
    }

    [Fact]
    public void Only_documents_without_inserted_pages_claim_PDF_UA()
    {
        var mixed = PaperSamples.Printer.Print(PaperSamples.Of(
            new PdfPages(PaperSamples.Printer.Print(PaperSamples.Spanish), "The form"), new Paragraph("Own")));
        Assert.DoesNotContain("pdfuaid:part", PdfTools.Run("pdfinfo", mixed, "-meta", "{}"));
        Assert.Contains("pdfuaid:part", PdfTools.Run("pdfinfo", PaperSamples.Printer.Print(PaperSamples.Spanish), "-meta", "{}"));
    }

    private static Task<byte[]> SealAsync(PaperDocument paper) => SealSamples.Seal(SealSamples.Certificate).SealAsync(paper, "Because", "Here");

    private static string Readable(byte[] pdf) => PdfTools.Run("qpdf", pdf, "--qdf", "--object-streams=disable", "--no-original-object-ids", "{}", "-");

    private static byte[] WithAnotherFirstPage(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var page = Regex.Match(text, @"(?<=\n|^)(\d+) 0 obj\n<<(?:(?!endobj).)*?/Type/Page(?!s)(?:(?!endobj).)*?endobj", RegexOptions.Singleline);
        var contents = Regex.Match(page.Value, @"/Contents (\d+) 0 R").Groups[1].Value;
        var font = page.Value.Contains("/Resources", StringComparison.Ordinal);
        Assert.True(contents.Length > 0 && font, page.Value);
        const string Drawn = "BT /F99 30 Tf 100 400 Td (Not what was signed) Tj ET";
        var before = Regex.Match(text, @"startxref\s+(\d+)", RegexOptions.RightToLeft).Groups[1].Value;
        var trailer = Regex.Match(text, @"trailer\s*<<(.*?)>>\s*startxref", RegexOptions.Singleline | RegexOptions.RightToLeft).Groups[1].Value;
        var size = int.Parse(Regex.Match(trailer, @"/Size (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var objects = new StringBuilder();
        var at = new List<int>();
        void Add(string content)
        {
            at.Add(pdf.Length + objects.Length);
            objects.Append(content);
        }

        Add($"{contents} 0 obj\n<</Length {Drawn.Length}>>\nstream\n{Drawn}\nendstream\nendobj\n");
        Add($"{size} 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n");
        Add(
            $"{page.Groups[1].Value} 0 obj\n<</Type/Page/Parent {Regex.Match(page.Value, @"/Parent (\d+ 0 R)").Groups[1].Value}/MediaBox[0 0 612 792]/Contents {contents} 0 R/Resources<</Font<</F99 {size} 0 R>>>>>>\nendobj\n");
        var table = pdf.Length + objects.Length;
        objects.Append(
            CultureInfo.InvariantCulture,
            $"xref\n{contents} 1\n{at[0]:D10} 00000 n \n{page.Groups[1].Value} 1\n{at[2]:D10} 00000 n \n{size} 1\n{at[1]:D10} 00000 n \n");
        objects.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<<{trailer.Replace($"/Size {size}", $"/Size {size + 1}")}/Prev {before}>>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(objects.ToString())];
    }
}
