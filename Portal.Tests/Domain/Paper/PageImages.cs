namespace Portal.Tests.Domain.Paper;

/// <summary>A page rendered by pdftoppm, one byte per pixel.</summary>
internal sealed record PageImages(int Width, int Height, byte[] Pixels)
{
    public static IReadOnlyList<PageImages> Gray(byte[] pdf, int dotsPerInch)
    {
        var folder = Directory.CreateTempSubdirectory("portal-pages-").FullName;
        PdfTools.Run("pdftoppm", pdf, "-gray", "-r", dotsPerInch.ToString(), "{}", Path.Combine(folder, "page"));
        var pages = Directory.GetFiles(folder, "*.pgm").Order(StringComparer.Ordinal).Select(file => Read(File.ReadAllBytes(file))).ToList();
        Directory.Delete(folder, recursive: true);
        return pages;
    }

    /// <summary>Total ink in a band of the page; both edges are fractions of its height.</summary>
    public double DarknessBetween(double top, double bottom) =>
        Pixels[((int)(top * Height) * Width)..((int)(bottom * Height) * Width)].Sum(pixel => 255 - pixel);

    public bool IsDarkAt(double xPoints, double yPoints) =>
        Pixels[((int)(yPoints / 792 * Height) * Width) + (int)(xPoints / 612 * Width)] < 128;

    private static PageImages Read(byte[] pgm)
    {
        var numbers = new List<int>();
        var at = 2;
        while (numbers.Count < 3)
        {
            var value = 0;
            for (at++; pgm[at] is >= (byte)'0' and <= (byte)'9'; at++)
                value = (10 * value) + pgm[at] - '0';

            numbers.Add(value);
        }

        return new PageImages(numbers[0], numbers[1], pgm[(at + 1)..]);
    }
}
