using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Paper.Inspection;
using Portal.Tests.Domain.Paper.Forms;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Paper.QrReading;

/// <summary>Reading any upload ends soon and without an exception. A decoder that crashes the process fails this test run.</summary>
public class HostilePictureTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly PaperPhoto Small = new(
        160, 160, [.. Enumerable.Range(0, 160 * 160).Select(at => (byte)((at / 7 % 2) + (at / 160 / 9 % 2) == 1 ? 20 : 230))]);

    public static TheoryData<FileKind> Kinds => [FileKind.Jpeg, FileKind.Png, FileKind.Pdf, FileKind.Heic];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_bytes_are_read_without_an_exception(FileKind kind) =>
        Prop.ForAll<byte[]>(async bytes => Assert.Empty(await Reading.OfAsync(bytes, kind, Limit)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Of(100, 40)));

    [Theory]
    [InlineData(FileKind.Jpeg, 0)]
    [InlineData(FileKind.Jpeg, 1)]
    [InlineData(FileKind.Png, 0)]
    [InlineData(FileKind.Pdf, 0)]
    [InlineData(FileKind.Pdf, 1)]
    public async Task Damaged_files_are_read_without_an_exception(FileKind kind, int which)
    {
        var good = (kind, which) switch
        {
            (FileKind.Jpeg, 0) => Small.Jpeg(),
            (FileKind.Jpeg, _) => Small.Jpeg(60, progressive: true, color: true),
            (FileKind.Png, _) => Small.Png(),
            (_, 0) => Small.JpegPdf(),
            _ => Small.BlackAndWhitePdf(),
        };
        var random = new Random(13);
        for (var round = 0; round < Rounds.Of(400, 50); round++)
        {
            var damaged = (byte[])good.Clone();
            for (var change = random.Next(1, 12); change > 0; change--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (round % 5 == 0)
                damaged = damaged[..random.Next(damaged.Length)];
            if (kind == FileKind.Png && round % 2 == 0)
                damaged = WithGoodChecksums(damaged);
            await Reading.OfAsync(damaged, kind, Limit);
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<<")]
    [InlineData("<</A")]
    [InlineData("(")]
    [InlineData("<</Length 1>>stream\n")]
    public async Task Deep_nesting_does_not_overflow_the_stack(string opening)
    {
        var deep = string.Concat(Enumerable.Repeat(opening, 200_000));
        Assert.Empty(await Reading.OfAsync(Sample.PlainPdf($"5 0 obj\n{deep}\nendobj\n"), FileKind.Pdf, Limit));
        Assert.Empty(await Reading.OfAsync(Sample.PlainPdf(trailer: $"/A {deep}"), FileKind.Pdf, Limit));
        Assert.Empty(await Reading.OfAsync(Sample.PdfWithObjectStream($"1 0 {deep}"), FileKind.Pdf, Limit));
    }

    [Fact]
    public async Task Circular_objects_do_not_hang_the_reader() => Assert.Empty(await Reading.OfAsync(Sample.PlainPdf(
        "5 0 obj\n<</Type/XObject/Subtype/Image/Width 6 0 R/Height 5 0 R/Length 5 0 R>>\nstream\nx\nendstream\nendobj\n6 0 obj\n6 0 R\nendobj\n7 0 obj\n8 0 R\nendobj\n8 0 obj\n7 0 R\nendobj\n",
        "/Prev 120"), FileKind.Pdf, Limit));

    [Fact]
    public async Task Stream_lengths_that_refer_to_each_other_by_the_thousand_do_not_crash_the_reader()
    {
        var chain = new HandPdf();
        foreach (var number in Enumerable.Range(1, 20_000))
            chain.Add($"<</Length {number + 1} 0 R>>\nstream\n\nendstream");
        Assert.Empty(await Reading.OfAsync(chain.Bytes(1), FileKind.Pdf, Limit));
    }

    [Fact]
    public async Task A_jpeg_of_a_thousand_scans_is_not_decoded()
    {
        var jpeg = Small.Jpeg(60, progressive: true);
        var scan = jpeg.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] many = [.. jpeg[..scan], .. Enumerable.Repeat(jpeg[scan..^2], 1000).SelectMany(bytes => bytes), 0xFF, 0xD9];
        Assert.Empty(await Reading.OfAsync(many, FileKind.Jpeg, Patience));
        await Pace.IsWithinAsync(10, () => Reading.OfAsync(many, FileKind.Jpeg, Patience), () => Reading.OfAsync(jpeg, FileKind.Jpeg, Patience));
    }

    /// <summary>Fixes the checksums; otherwise the first one would end every attempt before the decoder behind it runs.</summary>
    private static byte[] WithGoodChecksums(byte[] png)
    {
        var repaired = new List<byte>(png[..8]);
        for (var at = 8; at + 12 <= png.Length;)
        {
            var size = (png[at] << 24) | (png[at + 1] << 16) | (png[at + 2] << 8) | png[at + 3];
            if (size < 0 || at + 12 + size > png.Length || png[(at + 4)..(at + 8)].Any(letter => !char.IsAsciiLetter((char)letter)))
                return png;
            repaired.AddRange(Sample.PngChunk(System.Text.Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + size)]));
            at += 12 + size;
        }

        return [.. repaired];
    }
}
