using Portal.Domain.Paper.Inspection;
using static Portal.Tests.Domain.Paper.Inspection.FileInspectionTests;
using static Portal.Tests.Domain.Paper.Inspection.Sample;

namespace Portal.Tests.Domain.Paper.Inspection;

public class ImageInspectionTests
{
    public static TheoryData<string, byte[]> Tails => new()
    {
        { "padding", new byte[100] },
        { "much padding", new byte[100_000] },
        { "a maker's directory", [.. "Image_UTC_Data1700000000000SEFHk\0\0\0SEFT"u8] },
        { "a film", [.. Box("ftyp", Ascii("mp42")), .. Box("mdat", new byte[5000])] },
        { "more pictures", [.. Enumerable.Repeat(Jpeg(), 9).SelectMany(picture => picture)] },
        { "a page", [.. "<script>alert(1)</script>"u8] },
        { "an archive", Zip() },
        { "a document", PlainPdf() },
    };

    [Theory]
    [MemberData(nameof(Tails))]
    public void What_follows_a_picture_is_cut_from_what_people_get(string tail, byte[] bytes)
    {
        Assert.NotEmpty(tail);
        foreach (var picture in new[] { Jpeg(), Png() })
        {
            byte[] file = [.. picture, .. bytes];
            Assert.IsType<FileVerdict.Accepted>(FileInspection.Inspect(file));
            Assert.Equal(picture, ImageMetadata.Strip(new MemoryStream(file)).ToArray());
        }
    }

    [Fact]
    public void A_jpeg_needs_one_frame_before_its_scan()
    {
        var frame = JpegSegment(0xC0, 8, 0, 8, 0, 8, 1, 1, 0x11, 0);
        Refused(FileRefusal.Damaged, Jpeg(8, 8, frame));
        Refused(FileRefusal.Damaged, Jpeg(0, 8));
        Refused(FileRefusal.Damaged, [0xFF, 0xD8, 0xFF, 0xD9]);
        Refused(FileRefusal.Damaged, [0xFF, 0xD8, .. JpegSegment(0xDA, 0), 0xFF, 0xD9]);
        Refused(FileRefusal.Damaged, Jpeg(8, 8, [0xFF, 0xFE, 0, 1]));
    }

    [Fact]
    public void A_png_needs_its_header_first_known_chunks_and_valid_checksums()
    {
        Refused(FileRefusal.Damaged, Png(0, 1));
        Refused(FileRefusal.Damaged, Png(1, 1, PngChunk("IHDR", new byte[13])));
        Refused(FileRefusal.Damaged, Png(1, 1, PngChunk("EVIL", 1)));
        Refused(FileRefusal.Damaged, Png(1, 1, PngChunk("t3Xt", 1)));
        var wrong = PngChunk("tEXt", 1, 2, 3);
        wrong[^1]++;
        Refused(FileRefusal.Damaged, Png(1, 1, wrong));
        Assert.IsType<FileVerdict.Accepted>(FileInspection.Inspect(Png(1, 1, PngChunk("tEXt", 1, 2, 3))));
    }
}
