using System.IO.Compression;
using System.Text;
using Portal.Domain.Paper;
using Portal.Tests.Support;
using static Portal.Tests.Domain.Paper.PdfPagesTests;

namespace Portal.Tests.Domain.Paper;

[Collection(nameof(Alone))]
public sealed class PdfPagesMemoryTests
{
    [Fact]
    public void A_page_with_a_decompression_bomb_is_left_out()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var spaces = Enumerable.Repeat((byte)' ', 1_000_000).ToArray();
            for (var megabyte = 0; megabyte < 600; megabyte++)
                zlib.Write(spaces);
        }

        var content = Encoding.Latin1.GetString(packed.ToArray());
        var pdf = Encoding.Latin1.GetString(Pdf(1, "", $"9 0 obj\n<</Filter/FlateDecode/Length {packed.Length}>>\nstream\n{content}\nendstream\nendobj\n"));
        var bomb = Encoding.Latin1.GetBytes(pdf.Replace("/Contents 11 0 R", "/Contents 9 0 R ", StringComparison.Ordinal));
        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains(LeftOut, Words(new PdfPages(bomb, "The scan"), new Paragraph("Own")));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 500_000_000);
    }
}
