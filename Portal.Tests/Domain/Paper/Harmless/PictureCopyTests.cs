using System.Text;
using ImageMagick;
using Portal.Domain.Paper.Converting;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Paper.Inspection;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Domain.Paper.QrReading;

namespace Portal.Tests.Domain.Paper.Harmless;

/// <summary>Pictures of every kind that people have: they come out upright, in a format everyone can open, and say nothing else.</summary>
public sealed class PictureCopyTests
{
    private const string Secret = "GPS 38.8899 -77.0091";

    /// <summary>A photo of a release's code as an iPhone takes it, with place and camera. Made with libheif's heif-enc.</summary>
    internal static byte[] Iphone => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Domain", "Paper", "Samples", "iphone.heic"));

    [Theory]
    [InlineData("IMG_0001.HEIC", "IMG_0001.jpg")]
    [InlineData("IMG_0001.jpg", "IMG_0001.jpg")]
    [InlineData("photo", "photo.jpg")]
    public async Task An_iPhone_photo_becomes_a_JPEG_whose_code_can_be_read(string name, string kept)
    {
        Assert.Contains("38.8899", Encoding.Latin1.GetString(Iphone), StringComparison.Ordinal);
        var file = await FileAsync(name, [.. Iphone, .. "a film behind it"u8]);
        Assert.Equal((kept, FileKind.Heic, FileKind.Jpeg), (file.Name, file.Kind, file.Copy.Kind));
        Assert.Equal(["https://help.nunez.example.gov/release/heic-test-token"], await Reading.OfAsync(file.Copy.Bytes, file.Copy.Kind));
        Says(nothing: file.Copy.Bytes);
    }

    [Theory]
    [InlineData(MagickFormat.Avif, FileKind.Avif)]
    [InlineData(MagickFormat.WebP, FileKind.WebP)]
    [InlineData(MagickFormat.Tiff, FileKind.Tiff)]
    [InlineData(MagickFormat.Bmp, FileKind.Bmp)]
    [InlineData(MagickFormat.Gif, FileKind.Gif)]
    [InlineData(MagickFormat.Jpeg, FileKind.Jpeg)]
    [InlineData(MagickFormat.Png, FileKind.Png)]
    public async Task Pictures_of_other_kinds_are_converted_and_lose_their_metadata(MagickFormat format, FileKind kind)
    {
        var file = await FileAsync("my photo.jpg", Photo(format));
        Assert.Equal(kind, file.Kind);
        Assert.Equal(kind == FileKind.Png ? "my photo.png" : "my photo.jpg", file.Name);
        using var shown = new MagickImage(file.Copy.Bytes);
        Assert.Equal((64u, 48u), (shown.Width, shown.Height));
        Says(nothing: file.Copy.Bytes);
    }

    [Fact]
    public async Task A_fax_of_several_pages_becomes_a_PDF_with_square_dots()
    {
        using var fax = new MagickImageCollection();
        for (var page = 0; page < 3; page++)
            fax.Add(new MagickImage(page == 1 ? MagickColors.Black : MagickColors.White, 1728, 1100) { ColorType = ColorType.Bilevel, Density = new(204, 98) });
        var file = await FileAsync("fax.tif", fax.ToByteArray(MagickFormat.Tiff));
        Assert.Equal((FileKind.Pdf, "fax.pdf"), (file.Copy.Kind, file.Name));
        var said = PdfTools.Run("pdfinfo", file.Copy.Bytes, "{}");
        Assert.Matches(@"Pages:\s+3", said);
        Assert.Matches(@"Page size:\s+612 x 81[01]", said);
    }

    [Fact]
    public async Task A_black_and_white_picture_stays_sharp()
    {
        var file = await FileAsync("fax.tif", new MagickImage(MagickColors.White, 1728, 2200) { ColorType = ColorType.Bilevel }.ToByteArray(MagickFormat.Tiff));
        Assert.Equal((FileKind.Png, "fax.png"), (file.Copy.Kind, file.Name));
    }

    [Fact]
    public async Task A_photo_taken_sideways_is_shown_upright()
    {
        using var image = new MagickImage(MagickColors.Red, 60, 40) { Orientation = ImageMagick.Orientation.RightTop };
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.Orientation, (ushort)6);
        image.SetProfile(exif);
        using var shown = new MagickImage((await FileAsync("a.tif", image.ToByteArray(MagickFormat.Tiff))).Copy.Bytes);
        Assert.Equal((40u, 60u), (shown.Width, shown.Height));
    }

    [Theory]
    [InlineData(MagickFormat.Avif)]
    [InlineData(MagickFormat.WebP)]
    [InlineData(MagickFormat.Tiff)]
    [InlineData(MagickFormat.Bmp)]
    [InlineData(MagickFormat.Gif)]
    public async Task A_damaged_picture_is_refused_or_shown_as_far_as_it_goes(MagickFormat format)
    {
        var whole = Photo(format);
        var cut = await HarmlessPdfTests.Copies.ReadAsync("a", new MemoryStream(whole[..(whole.Length / 3)]), default);
        Assert.True(cut is FileVerdict.Usable or FileVerdict.Refused { Reason: FileRefusal.Damaged }, $"{cut}");
        for (var at = whole.Length / 4; at < whole.Length; at += 7)
            whole[at] ^= 0x5A;
        Assert.True(await HarmlessPdfTests.Copies.ReadAsync("a", new MemoryStream(whole), default) is FileVerdict.Usable or FileVerdict.Refused);
    }

    [Fact]
    public async Task Files_that_only_begin_like_a_picture_are_refused()
    {
        foreach (var file in new[] { Sample.Heif(), Sample.Heif("avif"), [.. "II*\0"u8, 8, 0, 0, 0], [.. "RIFF\0\0\0\0WEBPVP8 "u8], [.. "GIF89a"u8, 1, 0] })
            Assert.Equal(FileRefusal.Damaged, await HarmlessPdfTests.ReasonAsync(file));
    }

    [Fact]
    public async Task A_picture_too_large_to_unpack_is_refused()
    {
        byte[] bomb = [.. "II*\0"u8, 8, 0, 0, 0, 5, 0, .. Tag(256, 60_000), .. Tag(257, 60_000), .. Tag(258, 8), .. Tag(262, 1), .. Tag(273, 8), 0, 0, 0, 0];
        Assert.True(await HarmlessPdfTests.ReasonAsync(bomb) is FileRefusal.TooManyPixels or FileRefusal.Damaged);
    }

    [Fact]
    public async Task Without_the_decoder_people_are_told_what_to_do()
    {
        var copies = new FileCopies(FontFiles.Locate(), new(new("/bin/sh", ["-c", "cat >/dev/null; printf '\\000\\005\\000'", "--"])));
        var refused = Assert.IsType<FileVerdict.Refused>(await copies.ReadAsync("a.heic", new MemoryStream(Iphone), default));
        Assert.Equal("We can't open this type of photo right now. Save it as a JPEG, or take a screenshot of it and upload that.", refused.Sentence);
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("kill -9 $$")]
    [InlineData("printf 'nonsense'")]
    [InlineData("printf '\\001\\001\\000not a JPEG'")]
    [InlineData("head -c 90000000 /dev/zero")]
    [InlineData("env | grep -q Portal_ && exit 0; exit 3")]
    public async Task Whatever_the_converter_does_the_site_has_an_answer(string does)
    {
        // No setting of that name exists: sites of other tests start in this process meanwhile.
        Environment.SetEnvironmentVariable("Portal__Canary", "secret");
        var copies = new FileCopies(FontFiles.Locate(), new(new("/bin/sh", ["-c", does, "--"])));
        Assert.Equal(FileRefusal.Damaged, Assert.IsType<FileVerdict.Refused>(await copies.ReadAsync("a.heic", new MemoryStream(Iphone), default)).Reason);
        Environment.SetEnvironmentVariable("Portal__Canary", null);
    }

    [Fact]
    public async Task Several_files_are_bound_in_order()
    {
        byte[][] files = [Photo(MagickFormat.Jpeg), Iphone, PaperSamples.Printer.Print(PaperSamples.Release), Sample.Png()];
        var copies = new List<HarmlessCopy>();
        foreach (var file in files)
            copies.Add((await FileAsync("a", file)).Copy);
        var bound = PicturePages.Bind(copies);
        Assert.EndsWith("exit 0", PdfTools.Run("qpdf", bound, "--check", "{}"), StringComparison.Ordinal);
        Assert.Equal(["https://help.nunez.example.gov/release/heic-test-token"], await Reading.OfAsync(bound, FileKind.Pdf));
        Says(nothing: bound);
    }

    private static byte[] Tag(int number, int value) =>
        [(byte)number, (byte)(number >> 8), 4, 0, 1, 0, 0, 0, (byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];

    private static byte[] Photo(MagickFormat format)
    {
        using var image = new MagickImage("plasma:red-blue", new MagickReadSettings { Width = 64, Height = 48 });
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.ImageDescription, Secret);
        exif.SetValue(ExifTag.Model, Secret);
        image.SetProfile(exif);
        image.SetAttribute("comment", Secret);
        return image.ToByteArray(format);
    }

    private static void Says(byte[] nothing) => Assert.DoesNotMatch("38\\.8899|SecretPhone|Exif\0\0II", Encoding.Latin1.GetString(nothing));

    private static async Task<IncomingFile> FileAsync(string name, byte[] content) =>
        Assert.IsType<FileVerdict.Usable>(await HarmlessPdfTests.Copies.ReadAsync(name, new MemoryStream(content), default)).File;
}
