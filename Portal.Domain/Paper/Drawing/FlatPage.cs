using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Drawing;

/// <summary>Makes a page of another PDF upright, with its lower left corner at zero and everything flattened into its content.</summary>
internal static class FlatPage
{
    /// <summary>The limit for a page's drawing commands, far more than any real page has.</summary>
    private const int MaxContent = 64 * 1024 * 1024;

    /// <exception cref="InvalidOperationException">Its content decompresses to more than any real page.</exception>
    public static void Make(PdfPage page)
    {
        var left = (long)MaxContent;
        foreach (var stream in Streams(page.Elements["/Contents"]))
        {
            left -= Unpacked(stream, left);
            if (left < 0)
                throw new InvalidOperationException("A page of this PDF is too large when decompressed.");
        }

        var annotations = FlatAnnotations.Of(page);
        var (matrix, width, height) = Upright(page);
        page.Contents.PrependContent().CreateStream(Encoding.ASCII.GetBytes($"q {matrix} cm q\n"));
        page.Contents.AppendContent().CreateStream(Encoding.ASCII.GetBytes($"\nQ\n{annotations}Q\n"));
        foreach (var key in (string[])["/Annots", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit", "/AA", "/StructParents"])
            page.Elements.Remove(key);
        page.Elements["/MediaBox"] = new PdfRectangle(new XPoint(0, 0), new XSize(width, height));
    }

    private static (string Matrix, double Width, double Height) Upright(PdfPage page)
    {
        var media = page.MediaBox;
        var crop = page.Elements.ContainsKey("/CropBox") ? page.CropBox : media;
        var (x0, y0) = (Math.Max(Math.Min(crop.X1, crop.X2), Math.Min(media.X1, media.X2)), Math.Max(Math.Min(crop.Y1, crop.Y2), Math.Min(media.Y1, media.Y2)));
        var (x1, y1) = (Math.Min(Math.Max(crop.X1, crop.X2), Math.Max(media.X1, media.X2)), Math.Min(Math.Max(crop.Y1, crop.Y2), Math.Max(media.Y1, media.Y2)));
        var (wide, high) = (x1 - x0, y1 - y0);
        return (((page.Rotate % 360) + 360) % 360) switch
        {
            90 => (Text(0, -1, 1, 0, -y0, x1), high, wide),
            180 => (Text(-1, 0, 0, -1, x1, y1), wide, high),
            270 => (Text(0, 1, -1, 0, y1, -x0), high, wide),
            _ => (Text(1, 0, 0, 1, -x0, -y0), wide, high),
        };
    }

    private static string Text(params double[] matrix) => string.Join(' ', matrix.Select(number => number.ToString("0.###", CultureInfo.InvariantCulture)));

    private static IEnumerable<PdfDictionary> Streams(PdfItem? contents) => (contents is PdfReference reference ? reference.Value : contents) switch
    {
        PdfArray several => several.Elements.SelectMany(item =>
            item is PdfReference { Value: PdfDictionary { Stream: not null } one } ? [one] : Array.Empty<PdfDictionary>()),
        PdfDictionary { Stream: not null } only => [only],
        _ => [],
    };

    /// <summary>
    /// Measures the content before PDFsharp decompresses it without limits. All filters are measured as if they were Flate, because
    /// the others expand less. PDFsharp refuses damaged content itself.
    /// </summary>
    private static long Unpacked(PdfDictionary stream, long most) =>
        stream.Elements.ContainsKey("/Filter") ? Inflation.Of(stream.Stream!.Value, most).Length : stream.Stream!.Value.Length;
}
