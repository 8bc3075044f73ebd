using Portal.Domain.Paper.Inspection;
using static Portal.Tests.Domain.Paper.Inspection.Sample;

namespace Portal.Tests.Domain.Paper.Inspection;

public class ImageMetadataTests
{
    private const string Secret = "GPS 38.8899 -77.0091";

    [Fact]
    public void All_metadata_is_removed_from_a_jpeg()
    {
        var clean = Strip(Jpeg(8, 8, JpegSegment(0xE1, Exif(1, Secret)), JpegSegment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Ascii(Secret)]),
            JpegSegment(0xED, Ascii(Secret)), JpegSegment(0xFE, Ascii(Secret)),
            JpegSegment(0xE2, Ascii("MPF\0" + Secret))).Concat(Jpeg(4, 4, JpegSegment(0xFE, Ascii(Secret)))));
        Assert.Equal(Jpeg(), clean);
    }

    [Fact]
    public void The_color_profile_is_kept_and_the_thumbnail_removed()
    {
        var (icc, adobe) = (JpegSegment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9]), JpegSegment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]));
        var thumbnail = JpegSegment(0xE0, [.. "JFXX\0"u8, .. Ascii(Secret)]);
        Assert.Equal(Jpeg(8, 8, icc, adobe), Strip(Jpeg(8, 8, thumbnail, icc, adobe)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_the_orientation_is_kept_from_EXIF(bool little)
    {
        var clean = Strip(Jpeg(8, 8, JpegSegment(0xE1, Exif(6, Secret, little))));
        var kept = JpegSegment(0xE1, Exif(6, "", little: false));
        Assert.Equal(Jpeg(8, 8, kept), clean);
        Assert.Equal(clean, Strip(clean));
        Assert.IsType<FileVerdict.Accepted>(FileInspection.Inspect(clean));
    }

    [Fact]
    public void Text_time_and_EXIF_are_removed_from_a_png()
    {
        var color = PngChunk("gAMA", 0, 0, 0xB1, 0x8F);
        var clean = Strip(Png(1, 1, color, PngChunk("tEXt", Ascii(Secret)), PngChunk("zTXt", Ascii(Secret)), PngChunk("iTXt", Ascii(Secret)),
            PngChunk("tIME", new byte[7]), PngChunk("prVt", Ascii(Secret)), PngChunk("eXIf", Exif(1, Secret)[6..])).Concat(new byte[20]));
        Assert.Equal(Png(1, 1, color), clean);
        Assert.Equal(Png(1, 1, PngChunk("eXIf", Exif(8, "", little: false)[6..])), Strip(Png(1, 1, PngChunk("eXIf", Exif(8, Secret)[6..]))));
    }

    [Fact]
    public void Incomplete_images_are_refused()
    {
        foreach (var bytes in new[] { [], PlainPdf(), Jpeg()[..^2], Png()[..^1], Heif() })
            Assert.Throws<InvalidDataException>(() => ImageMetadata.Strip(new MemoryStream(bytes)));
    }

    private static byte[] Strip(IEnumerable<byte> image) => ImageMetadata.Strip(new MemoryStream([.. image])).ToArray();
}
