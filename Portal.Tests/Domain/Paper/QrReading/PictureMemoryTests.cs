using System.IO.Compression;
using Portal.Domain.Paper.Inspection;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Paper.QrReading;

/// <summary>How much memory a picture may use. Allocations are counted for the whole process, so nothing else may run at the same time.</summary>
[Collection(nameof(Alone))]
public sealed class PictureMemoryTests
{
    [Fact]
    public async Task A_small_picture_that_unpacks_to_a_large_one_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(new byte[100_000_000]);
        var bomb = Sample.PlainPdf(
            $"5 0 obj\n<</Type/XObject/Subtype/Image/Width 100/Height 100/BitsPerComponent 8/Filter/FlateDecode/Length {packed.Length}>>\nstream\n"
            + System.Text.Encoding.Latin1.GetString(packed.ToArray()) + "\nendstream\nendobj\n");
        var before = GC.GetTotalAllocatedBytes();
        Assert.Empty(await Reading.OfAsync(bomb, FileKind.Pdf, TimeSpan.FromSeconds(60)));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 20_000_000);
    }

    [Fact]
    public async Task A_picture_that_unpacks_to_far_more_than_its_pixels_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1_000_000];
            for (var megabyte = 0; megabyte < 600; megabyte++)
                zlib.Write(zeros);
        }

        var bomb = Sample.PlainPdf(
            $"5 0 obj\n<</Type/XObject/Subtype/Image/Width 4000/Height 4000/BitsPerComponent 8/Filter/FlateDecode/Length {packed.Length}>>\nstream\n"
            + System.Text.Encoding.Latin1.GetString(packed.ToArray()) + "\nendstream\nendobj\n");
        var before = GC.GetTotalAllocatedBytes();
        Assert.Empty(await Reading.OfAsync(bomb, FileKind.Pdf, TimeSpan.FromSeconds(60)));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 400_000_000);
    }

    [Fact]
    public async Task A_png_of_sixty_megapixels_is_never_fully_in_memory()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < 7900; row++)
                zlib.Write(new byte[7901]);
        }

        byte[] png =
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Sample.PngChunk("IHDR", [.. Sample.Big(7900), .. Sample.Big(7900), 8, 0, 0, 0, 0]),
            .. Sample.PngChunk("IDAT", packed.ToArray()), .. Sample.PngChunk("IEND")
        ];
        Assert.IsType<FileVerdict.Accepted>(FileInspection.Inspect(png));
        var before = GC.GetTotalAllocatedBytes();
        Assert.Empty(await Reading.OfAsync(png, FileKind.Png, TimeSpan.FromSeconds(60)));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 240_000_000);
    }
}
