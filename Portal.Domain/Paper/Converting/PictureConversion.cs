using ImageMagick;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Converting;

/// <summary>
/// Turns pictures that browsers and PDFs don't show into JPEG, black and white ones into PNG, and faxes of several pages into a PDF:
/// upright, in ordinary colors, without metadata. The decoders are native, so this runs in the converter's process alone.
/// </summary>
internal static class PictureConversion
{
    private const uint Quality = 90;
    private const long MostPixelsTogether = 800_000_000;

    /// <summary>Fax lines are often twice as far apart as the dots in them.</summary>
    private const double Square = 1.1;

    /// <summary>Converts a picture that is read from memory. Its size is looked at before it's unpacked.</summary>
    public static CopyVerdict Make(byte[] file, ConverterTask task) => Try(() =>
    {
        var format = FormatOf(task);
        var frames = MagickImageInfo.ReadCollection(file, new MagickReadSettings { Format = format }).Select(f => (long)f.Width * f.Height).ToList();
        // Only a fax's further pictures are pages. A GIF's are a film.
        var pages = task == ConverterTask.Tiff ? frames.Count : Math.Min(1, frames.Count);
        if (pages > PdfPages.MostPages)
            return new CopyVerdict.Refused(Refusals.OverPages(PdfPages.MostPages));
        if (frames.Take(pages).Any(pixels => pixels > FileLimits.Default.MaxPixels) || frames.Take(pages).Sum() > MostPixelsTogether)
            return new CopyVerdict.Refused(Refusals.OverPixels(FileLimits.Default.MaxPixels));
        var pictures = Enumerable.Range(0, pages)
            .Select(page => Picture(new MagickImage(file, new MagickReadSettings { Format = format, FrameIndex = (uint)page, FrameCount = 1 }))).ToList();
        return pictures switch
        {
            [] => new CopyVerdict.Refused(Refusals.Broken),
            [var only] => new CopyVerdict.Made(only),
            _ => new CopyVerdict.Made(new(PicturePages.Bind(pictures), FileKind.Pdf)),
        };
    });

    /// <summary>Converts the main picture of a file that has a path; the limits of memory bound its size.</summary>
    public static CopyVerdict Make(string? path, ConverterTask task) => path is null ? new CopyVerdict.Refused(Refusals.NoConverter)
        : Try(() => new CopyVerdict.Made(Picture(new MagickImage(path, new MagickReadSettings { Format = FormatOf(task), FrameIndex = 0, FrameCount = 1 }))));

    private static CopyVerdict Try(Func<CopyVerdict> make)
    {
        try
        {
            Restrict();
            return make();
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return new CopyVerdict.Refused(Refusals.NoConverter);
        }
        catch (Exception undecodable) when (undecodable is MagickException or InvalidOperationException or ArgumentException)
        {
            return new CopyVerdict.Refused(Refusals.Broken);
        }
    }

    private static HarmlessCopy Picture(MagickImage read)
    {
        using var image = read;
        image.AutoOrient();
        MakeSquare(image);
        if (image.GetColorProfile() is not null || image.ColorSpace is not (ColorSpace.sRGB or ColorSpace.Gray))
            image.TransformColorSpace(ColorProfiles.SRGB);
        if (image.HasAlpha)
        {
            image.BackgroundColor = MagickColors.White;
            image.Alpha(AlphaAction.Remove);
        }

        image.Strip();
        if (image.DetermineColorType() is ColorType.Bilevel or ColorType.Grayscale && image.DetermineBitDepth() == 1)
        {
            image.ColorType = ColorType.Bilevel;
            image.Depth = 1;
            return new(image.ToByteArray(MagickFormat.Png), FileKind.Png);
        }

        image.Quality = Quality;
        return new(image.ToByteArray(MagickFormat.Jpeg), FileKind.Jpeg);
    }

    private static void MakeSquare(MagickImage image)
    {
        var (x, y) = (image.Density.X, image.Density.Y);
        if (x <= 0 || y <= 0 || Math.Max(x / y, y / x) is < Square or > 4)
            return;
        var (width, height) = x > y ? ((double)image.Width, image.Height * x / y) : (image.Width * y / x, (double)image.Height);
        var size = new MagickGeometry((uint)Math.Round(width), (uint)Math.Round(height)) { IgnoreAspectRatio = true };
        image.Sample(size);
    }

    // Nothing goes to disk, and one file can't take all processors.
    private static void Restrict()
    {
        ResourceLimits.Disk = 0;
        ResourceLimits.Memory = 1_500_000_000;
        ResourceLimits.MaxMemoryRequest = 1_500_000_000;
        ResourceLimits.Thread = 2;
        ResourceLimits.Width = 65_000;
        ResourceLimits.Height = 65_000;
        ResourceLimits.Area = (ulong)FileLimits.Default.MaxPixels;
        ResourceLimits.ListLength = 500;
    }

    private static MagickFormat FormatOf(ConverterTask task) => task switch
    {
        ConverterTask.Heic => MagickFormat.Heic,
        ConverterTask.Avif => MagickFormat.Avif,
        ConverterTask.Tiff => MagickFormat.Tiff,
        ConverterTask.WebP => MagickFormat.WebP,
        ConverterTask.Bmp => MagickFormat.Bmp,
        ConverterTask.Gif => MagickFormat.Gif,
        _ => throw new ArgumentOutOfRangeException(nameof(task)),
    };
}
