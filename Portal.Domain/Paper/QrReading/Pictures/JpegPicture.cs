using BitMiracle.LibJpeg.Classic;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>Decodes a JPEG to gray, at a half, quarter, or eighth of its size where that's enough.</summary>
internal static class JpegPicture
{
    /// <summary>Real JPEGs have about ten scans; thousands of them in one image are a decompression bomb.</summary>
    private const int MaxScans = 40;
    private const int MaxPixelsInScans = 32_000_000;
    private const int EnoughForFirstLook = 2600;

    /// <summary>The image at a small size, then as large as memory allows.</summary>
    public static IEnumerable<GrayPicture> Read(ReadOnlyMemory<byte> file, TimeLimit time)
    {
        var bytes = file.ToArray();
        if (JpegStructure.Check(bytes, PictureLimits.Picture) is not null || JpegSegments.Parse(bytes) is not { } segments)
            yield break;
        var scans = segments.Count(s => s.Marker == JpegSegments.StartOfScan);
        var (width, height) = Size(bytes, segments);
        if (scans > MaxScans || (scans > 1 && width * height > MaxPixelsInScans))
            yield break;
        var last = 0;
        foreach (var most in (long[])[(long)EnoughForFirstLook * EnoughForFirstLook, PictureLimits.MostPixelsDecoded])
        {
            var shrink = 1;
            while (shrink < 8 && width * height / (shrink * shrink) > most)
                shrink *= 2;
            if (shrink != last)
                yield return Decode(bytes, shrink, time);
            last = shrink;
        }
    }

    private static (long Width, long Height) Size(byte[] bytes, List<JpegSegment> segments)
    {
        var frame = segments.Find(s => s.Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC));
        return ((bytes[frame.Payload + 3] << 8) | bytes[frame.Payload + 4], (bytes[frame.Payload + 1] << 8) | bytes[frame.Payload + 2]);
    }

    private static GrayPicture Decode(byte[] bytes, int shrink, TimeLimit time)
    {
        var decoder = new jpeg_decompress_struct(new Silent());
        decoder.jpeg_stdio_src(new MemoryStream(bytes, writable: false));
        decoder.jpeg_read_header(true);
        var isGray = decoder.Jpeg_color_space is J_COLOR_SPACE.JCS_GRAYSCALE or J_COLOR_SPACE.JCS_YCbCr;
        if (isGray)
            decoder.Out_color_space = J_COLOR_SPACE.JCS_GRAYSCALE;
        (decoder.Scale_num, decoder.Scale_denom) = (1, shrink);
        decoder.Dct_method = J_DCT_METHOD.JDCT_IFAST;
        decoder.Do_fancy_upsampling = false;
        decoder.Progress = new Watch(time);
        decoder.jpeg_start_decompress();
        var (width, height, parts) = (decoder.Output_width, decoder.Output_height, decoder.Output_components);
        var picture = new byte[width * height];
        byte[][] row = [new byte[width * parts]];
        for (var y = 0; y < height; y++)
        {
            time.Check();
            if (decoder.jpeg_read_scanlines(row, 1) != 1)
                break;
            ToGray(row[0], picture.AsSpan(y * width, width), parts);
        }

        return new(width, height, picture);
    }

    /// <summary>One component is already gray, three are colors, and four are inks, which Adobe stores inverted, so light is light again.</summary>
    private static void ToGray(byte[] row, Span<byte> gray, int parts)
    {
        for (var x = 0; x < gray.Length; x++)
        {
            var at = x * parts;
            gray[x] = parts switch
            {
                >= 4 => (byte)((row[at] + row[at + 1] + row[at + 2]) * row[at + 3] / 765),
                3 => (byte)((row[at] + (2 * row[at + 1]) + row[at + 2]) / 4),
                _ => row[at],
            };
        }
    }

    /// <summary>Replaces the library's error handler, which writes warnings to the console and continues however many there are.</summary>
    private sealed class Silent : jpeg_error_mgr
    {
        private const int MaxWarnings = 2000;
        private int _warnings;

        public override void output_message()
        {
        }

        public override void emit_message(int msg_level)
        {
            if (msg_level < 0 && ++_warnings > MaxWarnings)
                throw new InvalidDataException("Too much of this picture is damaged.");
        }
    }

    private sealed class Watch : jpeg_progress_mgr
    {
        public Watch(TimeLimit time) => OnProgress += (_, _) => time.Check();
    }
}
