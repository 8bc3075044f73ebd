using Portal.Domain.Paper.Inspection;
using static Portal.Tests.Domain.Paper.Inspection.FileInspectionTests;
using static Portal.Tests.Domain.Paper.Inspection.Sample;

namespace Portal.Tests.Domain.Paper.Inspection;

public class ImageInspectionTests
{
    [Fact]
    public void Pictures_and_short_padding_appended_by_phones_are_accepted()
    {
        Assert.IsType<FileVerdict.Accepted>(Look("a.jpg", [.. Jpeg(), .. new byte[16], .. Jpeg()]));
        Assert.IsType<FileVerdict.Accepted>(Look("a.jpg", [.. Jpeg(), .. new byte[100]]));
        Assert.IsType<FileVerdict.Accepted>(Look("a.jpg", [.. Jpeg(), .. "Image_UTC_Data1700000000000SEFHk\0\0\0SEFT"u8]));
        Assert.IsType<FileVerdict.Accepted>(Look("a.png", [.. Png(), .. new byte[100]]));
        Refused(FileRefusal.HiddenContent, "a.jpg", [.. Jpeg(), .. Box("ftyp", Ascii("mp42")), .. Box("mdat", new byte[5000])]);
        Refused(FileRefusal.HiddenContent, "a.jpg", [.. Jpeg(), .. "SEFH<script>SEFT"u8]);
        Refused(FileRefusal.HiddenContent, "a.jpg", [.. Enumerable.Repeat(Jpeg(), 9).SelectMany(j => j)]);
    }

    [Fact]
    public void A_jpeg_needs_one_frame_before_its_scan()
    {
        var frame = JpegSegment(0xC0, 8, 0, 8, 0, 8, 1, 1, 0x11, 0);
        Refused(FileRefusal.Damaged, "a.jpg", Jpeg(8, 8, frame));
        Refused(FileRefusal.Damaged, "a.jpg", Jpeg(0, 8));
        Refused(FileRefusal.Damaged, "a.jpg", [0xFF, 0xD8, 0xFF, 0xD9]);
        Refused(FileRefusal.Damaged, "a.jpg", [0xFF, 0xD8, .. JpegSegment(0xDA, 0), 0xFF, 0xD9]);
        Refused(FileRefusal.Damaged, "a.jpg", Jpeg(8, 8, [0xFF, 0xFE, 0, 1]));
        Refused(FileRefusal.HiddenContent, "a.jpg", Jpeg(8, 8, JpegSegment(0xFE, PlainPdf())));
    }

    [Fact]
    public void A_png_needs_its_header_first_known_chunks_and_valid_checksums()
    {
        Refused(FileRefusal.Damaged, "a.png", Png(0, 1));
        Refused(FileRefusal.Damaged, "a.png", Png(1, 1, PngChunk("IHDR", new byte[13])));
        Refused(FileRefusal.Damaged, "a.png", Png(1, 1, PngChunk("EVIL", 1)));
        Refused(FileRefusal.Damaged, "a.png", Png(1, 1, PngChunk("t3Xt", 1)));
        var wrong = PngChunk("tEXt", 1, 2, 3);
        wrong[^1]++;
        Refused(FileRefusal.Damaged, "a.png", Png(1, 1, wrong));
        Assert.IsType<FileVerdict.Accepted>(Look("a.png", Png(1, 1, PngChunk("tEXt", 1, 2, 3))));
    }

    [Theory]
    [InlineData("heic")]
    [InlineData("heix")]
    [InlineData("hevc")]
    [InlineData("mif1")]
    [InlineData("msf1")]
    public void The_common_HEIF_brands_are_accepted(string brand) =>
        Assert.IsType<FileVerdict.Accepted>(Look("a.heic", Heic(brand: brand)));

    [Fact]
    public void A_heic_needs_complete_boxes_and_a_size()
    {
        Refused(FileRefusal.UnknownKind, "a.heic", Heic(brand: "mp42"));
        Refused(FileRefusal.Damaged, "a.heic", Heic(0, 8));
        Refused(FileRefusal.Damaged, "a.heic", Heic(8, 8, "heic", "", Box("ftyp", Ascii("heic"))));
        Refused(FileRefusal.Damaged, "a.heic", Heic(8, 8, "heic", "", [0, 0, 0, 4, .. "free"u8]));
        Refused(FileRefusal.Damaged, "a.heic", Heic(8, 8, "heic", "", [0, 0, 0, 1, .. "free"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]));
        Refused(FileRefusal.Damaged, "a.heic", Box("ftyp", Ascii("heic\0\0\0\0heic")));
    }
}
