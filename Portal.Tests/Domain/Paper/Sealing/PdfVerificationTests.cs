using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Paper.Sealing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Paper.Sealing;

public class PdfVerificationTests
{
    [Fact]
    public async Task A_changed_byte_anywhere_is_detected()
    {
        var pdf = await SealSamples.Release;
        var random = new Random(20260603);
        var envelope = pdf.AsSpan().IndexOf("/Contents<3082"u8);
        IEnumerable<int> positions = [.. Enumerable.Range(0, Rounds.Of(1000, 150)).Select(_ => random.Next(pdf.Length)),
            .. Enumerable.Range(0, Rounds.Of(3500, 250)).Select(step => envelope + (step * 3500 / Rounds.Of(3500, 250)))];
        Parallel.ForEach(positions, position => Assert.False(
            SealSamples.Verify(Flipped(pdf, position)) is SealVerdict.Sealed or SealVerdict.NotOurs, $"a change at {position} went unnoticed"));
    }

    [Fact]
    public async Task Pdfsig_detects_a_changed_byte_too()
    {
        var pdf = await SealSamples.Release;
        Assert.DoesNotContain("Signature is Valid", PdfTools.Run("pdfsig", Flipped(pdf, pdf.Length / 3), "-nocert", "{}"));
    }

    /// <summary>Readers accept upper and lower case, so the meaning stays the same, but the file has changed.</summary>
    [Fact]
    public async Task Changing_the_case_of_the_signature_hex_is_a_change()
    {
        var pdf = (byte[])(await SealSamples.Release).Clone();
        var digit = pdf.AsSpan().IndexOf("/Contents<3082"u8) + 10;
        while (pdf[digit] < 'A')
            digit++;

        pdf[digit] += 32;
        Assert.IsType<SealVerdict.Changed>(SealSamples.Verify(pdf));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("\n9 0 obj<</Type/Page>>endobj\nxref\n0 0\ntrailer<</Root 2 0 R/Prev 1>>\nstartxref\n1\n%%EOF")]
    [InlineData("/ByteRange[0 10 20 30]")]
    public async Task Appended_bytes_are_a_change(string appended) =>
        Assert.IsType<SealVerdict.Changed>(SealSamples.Verify([.. await SealSamples.Release, .. Encoding.Latin1.GetBytes(appended)]));

    [Fact]
    public async Task Prepended_bytes_are_a_change() =>
        Assert.IsType<SealVerdict.Changed>(SealSamples.Verify([(byte)'\n', .. await SealSamples.Release]));

    [Fact]
    public async Task A_second_signature_is_a_change()
    {
        var pdf = await SealSamples.Release;
        var later = $"/ByteRange[0 {pdf.Length + 100} {pdf.Length + 110} 5]".PadRight(90) + "/Contents <00000000>12345";
        Assert.IsType<SealVerdict.Changed>(SealSamples.Verify([.. pdf, .. Encoding.ASCII.GetBytes(later)]));
    }

    [Fact]
    public async Task A_truncated_file_is_not_sealed()
    {
        var pdf = await SealSamples.Release;
        for (var length = 0; length < pdf.Length; length += 997)
            Assert.IsNotType<SealVerdict.Sealed>(SealSamples.Verify(pdf[..length]));
    }

    [Fact]
    public async Task A_seal_by_another_certificate_is_not_ours()
    {
        using var other = SealSamples.New(SealSamples.Folder(), SealSamples.Now);
        Assert.IsType<SealVerdict.NotOurs>(PdfVerification.Verify(await SealSamples.Release, other.Trusted));
    }

    [Fact]
    public void An_unsealed_document_has_no_seal() =>
        Assert.IsType<SealVerdict.NoSeal>(SealSamples.Verify(PaperSamples.Printer.Print(PaperSamples.Release)));

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a")]
    [InlineData("<html>")]
    public void Other_files_are_not_a_PDF(string content) => Assert.IsType<SealVerdict.NotAPdf>(SealSamples.Verify(Encoding.ASCII.GetBytes(content)));

    [Fact]
    public async Task Random_mutations_neither_throw_nor_verify()
    {
        var original = await SealSamples.Release;
        var edits = ArbMap.Default.ArbFor<(int At, int Cut, byte[] Put)[]>();
        Prop.ForAll(edits, all =>
        {
            var pdf = original;
            foreach (var (at, cut, put) in all)
            {
                var start = (int)((uint)(at * 7919) % (uint)pdf.Length);
                var end = Math.Min(pdf.Length, start + Math.Abs(cut % 2000));
                pdf = [.. pdf[..start], .. put ?? [], .. pdf[end..]];
            }

            return SealSamples.Verify(pdf) is SealVerdict.Sealed == pdf.AsSpan().SequenceEqual(original);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Of(2000, 200)));
    }

    [Fact]
    public void Any_byte_range_is_handled() => Prop.ForAll<int[], byte[]>((numbers, tail) =>
    {
        var pdf = Encoding.ASCII.GetBytes($"%PDF-1.7 /ByteRange [{string.Join(' ', numbers)}] /Contents<30820004AABBCCDD>").Concat(tail).ToArray();
        return SealSamples.Verify(pdf) is not SealVerdict.Sealed;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Of(1000, 150)));

    [Fact]
    public void Extreme_numbers_are_handled()
    {
        foreach (var numbers in (string[])
            [
                "0 2147483647 2147483647 2147483647", "0 9 9 99999999999999999999", "0 -1 5 5", "0 1 0 1", "0 30 10 40", "0 0 0 0", "0 10"
            ])
        {
            Assert.IsType<SealVerdict.Changed>(SealSamples.Verify(Encoding.ASCII.GetBytes($"%PDF-1.7 /Contents<3082> /ByteRange [{numbers}]")));
        }
    }

    private static byte[] Flipped(byte[] pdf, int position)
    {
        var changed = (byte[])pdf.Clone();
        changed[position] ^= 1;
        return changed;
    }
}
