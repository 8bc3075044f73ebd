using Portal.Domain.Paper;
using Portal.Domain.Paper.Inspection;
using Portal.Tests.Domain.Paper.Inspection;

namespace Portal.Tests.Domain.Paper.QrReading;

public class QrReaderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task A_plain_photo_is_read() => IsReadAsync(PaperPhoto.Form.Jpeg(), FileKind.Jpeg);

    [Fact]
    public Task A_screenshot_is_read() => IsReadAsync(PaperPhoto.Form.Png(), FileKind.Png);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public Task Every_common_kind_of_jpeg_is_read(bool progressive, bool color) => IsReadAsync(PaperPhoto.Form.Jpeg(70, progressive, color), FileKind.Jpeg);

    [Fact]
    public Task A_scan_in_black_and_white_is_read() => IsReadAsync(PaperPhoto.Form.BlackAndWhitePdf(), FileKind.Pdf);

    [Fact]
    public Task A_scan_made_of_photos_is_read() => IsReadAsync(PaperPhoto.Form.Turned(180).JpegPdf(), FileKind.Pdf);

    /// <summary>As people hold a phone: any orientation, and never quite straight.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(-7)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(171)]
    [InlineData(270)]
    public Task A_rotated_photo_is_read(double degrees) => IsReadAsync(PaperPhoto.Form.Turned(degrees).Grainy(20).Jpeg(), FileKind.Jpeg);

    [Theory]
    [InlineData(0.12)]
    [InlineData(-0.12)]
    [InlineData(0.22)]
    public Task A_slanted_photo_is_read(double by) => IsReadAsync(PaperPhoto.Form.Slanted(by).Turned(5).Jpeg(), FileKind.Jpeg);

    [Fact]
    public Task A_pale_photo_is_read() => IsReadAsync(PaperPhoto.Form.Pale(0.12).Grainy(6).Jpeg(85), FileKind.Jpeg);

    [Fact]
    public Task A_photo_in_bad_light_is_read() => IsReadAsync(PaperPhoto.Form.Shaded().Turned(-4).Grainy(25).Jpeg(), FileKind.Jpeg);

    [Fact]
    public Task A_blurred_photo_is_read() => IsReadAsync(PaperPhoto.Form.Blurred(2).Grainy(10).Jpeg(), FileKind.Jpeg);

    [Fact]
    public Task A_scan_too_large_for_memory_is_read() =>
        IsReadAsync(PaperPhoto.Of(PaperSamples.Of(new Paragraph("A form")) with { CornerCode = PaperPhoto.Address }, 600).Png(), FileKind.Png);

    [Fact]
    public async Task A_twelve_megapixel_photo_is_read()
    {
        var form = PaperPhoto.Of(PaperSamples.Of(new Paragraph("A form")) with { CornerCode = PaperPhoto.Address }, 360).Grainy(20);
        Assert.InRange(form.Width * form.Height, 12_000_000, 13_000_000);
        Assert.Equal([PaperPhoto.Address], await Reading.OfAsync(form.Jpeg(), FileKind.Jpeg, Patience));
    }

    [Fact]
    public async Task Every_code_on_a_page_is_read()
    {
        var page = PaperPhoto.Of(
            PaperSamples.Of(
                new QrCode("https://casework.example.gov/verify?code=7KQ4-M2XD-9ABC", "Check here")) with
            { CornerCode = PaperPhoto.Address },
            200);
        Assert.Equal(
            [PaperPhoto.Address, "https://casework.example.gov/verify?code=7KQ4-M2XD-9ABC"],
            (await Reading.OfAsync(page.Png(), FileKind.Png, Patience)).Order());
    }

    [Fact]
    public async Task A_page_without_a_code_gives_none()
    {
        var page = PaperPhoto.Of(PaperSamples.Release with { CornerCode = null, Blocks = [new Paragraph("Nothing here")] }, 150);
        Assert.Empty(await Reading.OfAsync(page.Jpeg(), FileKind.Jpeg, Patience));
        Assert.Empty(await Reading.OfAsync(page.BlackAndWhitePdf(), FileKind.Pdf, Patience));
    }

    [Fact]
    public async Task Heic_is_not_read() => Assert.Empty(await Reading.OfAsync(Sample.Heif(), FileKind.Heic));

    [Fact]
    public async Task A_picture_that_is_too_large_is_not_decoded()
    {
        var claims = PaperPhoto.Form.Png();
        Sample.PngChunk("IHDR", [.. Sample.Big(9000), .. Sample.Big(9000), 8, 0, 0, 0, 0]).CopyTo(claims, 8);
        Assert.Empty(await Reading.OfAsync(claims, FileKind.Png, Patience));
    }

    [Fact]
    public async Task Nothing_is_found_after_the_time_limit() =>
        Assert.Empty(await Reading.OfAsync(PaperPhoto.Form.Jpeg(), FileKind.Jpeg, TimeSpan.FromMilliseconds(1)));

    [Fact]
    public async Task Photos_can_be_read_concurrently()
    {
        var photo = PaperPhoto.Form.Jpeg();
        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Reading.OfAsync(photo, FileKind.Jpeg, Patience))));
        Assert.All(found, texts => Assert.Equal([PaperPhoto.Address], texts));
    }

    private static async Task IsReadAsync(byte[] file, FileKind kind) => Assert.Equal([PaperPhoto.Address], await Reading.OfAsync(file, kind, Patience));
}
