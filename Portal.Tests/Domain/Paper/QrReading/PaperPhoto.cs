using System.Globalization;
using System.IO.Compression;
using System.Text;
using BitMiracle.LibJpeg.Classic;
using Portal.Domain.Paper;
using Portal.Tests.Domain.Paper.Inspection;

namespace Portal.Tests.Domain.Paper.QrReading;

/// <summary>A printed page as captured by a phone or scanner: rotated, slanted, pale, grainy, in bad light.</summary>
internal sealed record PaperPhoto(int Width, int Height, byte[] Pixels)
{
    public const string Address = "https://casework.example.gov/release/8Yh2kQx9LmPz4RtWvB7nCd3FgJ5s";

    private static readonly Lazy<PaperPhoto> Printed = new(() => Of(PaperSamples.Of(
        new Paragraph("I authorize the agency to give information from my records to the office."), new BlankLine("Signature, in ink")) with
    { CornerCode = Address }, 200));

    /// <summary>The first page of the ink form at 200 dpi: 1700 by 2200 pixels.</summary>
    public static PaperPhoto Form => Printed.Value;

    public static PaperPhoto Of(PaperDocument paper, int dotsPerInch)
    {
        var page = PageImages.Gray(PaperSamples.Printer.Print(paper), dotsPerInch)[0];
        return new(page.Width, page.Height, page.Pixels);
    }

    /// <summary>Rotated around its center, on a dark table.</summary>
    public PaperPhoto Turned(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return Moved((x, y) => ((cos * x) + (sin * y), (cos * y) - (sin * x)));
    }

    /// <summary>Photographed from below, so the upper edge is farther away.</summary>
    public PaperPhoto Slanted(double by) => Moved((x, y) =>
    {
        var far = 1 - (by * y / Height * 2);
        return (x * far, y * far);
    });

    public PaperPhoto Pale(double contrast, int darkest = 90) => Each((value, _, _) => darkest + (value * contrast));

    public PaperPhoto Grainy(double strength, int seed = 7)
    {
        var random = new Random(seed);
        return Each((value, _, _) => value + ((random.NextDouble() + random.NextDouble() - 1) * strength));
    }

    /// <summary>With a shadow on one side.</summary>
    public PaperPhoto Shaded() => Each((value, x, _) => value * (0.35 + (0.65 * x / Width)));

    public PaperPhoto Blurred(int radius) => Across(radius, 1, Width).Across(radius, Width, Height);

    /// <summary>The file as a phone would store it.</summary>
    public byte[] Jpeg(int quality = 70, bool progressive = false, bool color = false)
    {
        var file = new MemoryStream();
        var encoder = new jpeg_compress_struct(new jpeg_error_mgr())
        {
            Image_width = Width,
            Image_height = Height,
            Input_components = color ? 3 : 1,
            In_color_space = color ? J_COLOR_SPACE.JCS_RGB : J_COLOR_SPACE.JCS_GRAYSCALE,
        };
        encoder.jpeg_set_defaults();
        encoder.jpeg_set_quality(quality, true);
        if (progressive)
            encoder.jpeg_simple_progression();
        encoder.jpeg_stdio_dest(file);
        encoder.jpeg_start_compress(true);
        for (var y = 0; y < Height; y++)
        {
            var row = Pixels.AsSpan(y * Width, Width).ToArray();
            encoder.jpeg_write_scanlines([color ? [.. row.SelectMany(value => (byte[])[value, (byte)(value * 9 / 10), (byte)(value * 8 / 10)])] : row], 1);
        }

        encoder.jpeg_finish_compress();
        return file.ToArray();
    }

    public byte[] Png() =>
    [
        0x89, .. "PNG\r\n\u001a\n"u8, .. Sample.PngChunk("IHDR", [.. Sample.Big(Width), .. Sample.Big(Height), 8, 0, 0, 0, 0]),
        .. Sample.PngChunk(
            "IDAT",
            Packed(Enumerable.Range(0, Height).SelectMany(y => (IEnumerable<byte>)[0, .. Pixels.AsSpan(y * Width, Width).ToArray()]))),
        .. Sample.PngChunk("IEND"),
    ];

    /// <summary>The file as an office scanner would email it: black and white, compressed with Flate.</summary>
    public byte[] BlackAndWhitePdf() => Pdf(
        Packed(Enumerable.Range(0, Height).SelectMany(y => Enumerable.Range(0, (Width + 7) / 8).Select(x =>
            (byte)Enumerable.Range(0, 8).Sum(bit => (8 * x) + bit < Width && Pixels[(y * Width) + (8 * x) + bit] > 127 ? 128 >> bit : 0)))),
        "/FlateDecode",
        1);

    public byte[] JpegPdf() => Pdf(Jpeg(), "/DCTDecode", 8);

    private byte[] Pdf(byte[] data, string filter, int bits)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string text)
        {
            places.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{text}"));
        }

        Write("%PDF-1.5\n%âãÏÓ\n");
        Object("<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Object("<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>>>\nendobj\n");
        Object(
            $"<</Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent {bits}/ColorSpace/DeviceGray/Filter {filter}/Length {data.Length}>>\nstream\n");
        file.Write(data);
        Write("\nendstream\nendobj\n");
        Object("<</Length 28>>\nstream\nq 612 0 0 792 0 0 cm /I Do Q\nendstream\nendobj\n");
        var table = file.Position;
        Write(
            $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}trailer\n<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static byte[] Packed(IEnumerable<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write([.. bytes]);
        return packed.ToArray();
    }

    /// <summary>Takes each pixel from the position the function returns, relative to the center; everything outside the page is table.</summary>
    private PaperPhoto Moved(Func<double, double, (double X, double Y)> from)
    {
        // Large enough that no corner of the page is cut off.
        var side = (int)Math.Sqrt(((double)Width * Width) + ((double)Height * Height));
        var moved = new byte[side * side];
        for (var at = 0; at < moved.Length; at++)
        {
            var (x, y) = from((at % side) - (side / 2d), (at / side) - (side / 2d));
            moved[at] = At(x + (Width / 2d), y + (Height / 2d));
        }

        return new(side, side, moved);
    }

    private byte At(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left >= Width - 1 || top >= Height - 1)
            return 60;
        var (right, down) = (x - left, y - top);
        double Of(int column, int row) => Pixels[((top + row) * Width) + left + column];
        return (byte)((((Of(0, 0) * (1 - right)) + (Of(1, 0) * right)) * (1 - down)) + (((Of(0, 1) * (1 - right)) + (Of(1, 1) * right)) * down));
    }

    private PaperPhoto Each(Func<double, int, int, double> change) =>
        this with { Pixels = [.. Pixels.Select((value, at) => (byte)Math.Clamp(change(value, at % Width, at / Width), 0, 255))] };

    private PaperPhoto Across(int radius, int step, int length)
    {
        var blurred = new byte[Pixels.Length];
        for (var at = 0; at < blurred.Length; at++)
        {
            var place = step == 1 ? at % Width : at / Width;
            var (first, last) = (Math.Max(-radius, -place), Math.Min(radius, length - 1 - place));
            var sum = 0;
            for (var near = first; near <= last; near++)
                sum += Pixels[at + (near * step)];
            blurred[at] = (byte)(sum / (last - first + 1));
        }

        return this with { Pixels = blurred };
    }
}
