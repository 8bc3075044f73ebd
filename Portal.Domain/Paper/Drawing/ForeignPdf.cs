using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper.Drawing;

/// <summary>A third-party PDF, prepared so that its pages can be drawn on ours.</summary>
internal sealed class ForeignPdf
{
    private const double SmallestSide = 36;
    private const double LargestSide = 14_400;
    private readonly byte[] _flat;

    private ForeignPdf(byte[] flat, IReadOnlyList<(double Width, double Height)> pages)
    {
        _flat = flat;
        Pages = pages;
    }

    /// <summary>Page sizes in points as displayed, with rotation applied.</summary>
    public IReadOnlyList<(double Width, double Height)> Pages { get; }

    /// <summary>Null when it needs a password, is damaged, takes too long, or has no pages or too many. Accepts any bytes.</summary>
    public static ForeignPdf? Read(byte[] file) => ForeignFile.Read(file, document =>
    {
        if (document.PageCount > PdfPages.MostPages)
            return null;
        foreach (var page in document.Pages)
            FlatPage.Make(page);
        using var flat = new MemoryStream();
        document.Save(flat, closeStream: false);
        var sizes = Rehearse(flat.ToArray());
        return sizes.TrueForAll(page => IsSheet(page.Width) && IsSheet(page.Height)) ? new ForeignPdf(flat.ToArray(), sizes) : null;
    });

    /// <summary>Opens it for drawing as an image, page by page.</summary>
    public XPdfForm Open() => Open(_flat);

    private static XPdfForm Open(byte[] flat) => XPdfForm.FromStream(new MemoryStream(flat, writable: false));

    /// <summary>Draws and saves every page once as a test, so that damage shows up here and not in the middle of a document.</summary>
    private static List<(double Width, double Height)> Rehearse(byte[] flat)
    {
        List<(double Width, double Height)> sizes = [];
        using var form = Open(flat);
        using var scratch = new PdfDocument();
        for (var index = 0; index < form.PageCount; index++)
        {
            form.PageIndex = index;
            sizes.Add((form.PointWidth, form.PointHeight));
            using var canvas = XGraphics.FromPdfPage(scratch.AddPage());
            canvas.DrawImage(form, 0, 0, form.PointWidth, form.PointHeight);
        }

        scratch.Save(new MemoryStream());
        return sizes;
    }

    private static bool IsSheet(double points) => points is >= SmallestSide and <= LargestSide;
}
