using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Portal.Domain.Paper.Drawing;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper.Harmless;

/// <summary>Binds pictures and PDFs, in order, into one PDF. A picture fills a sheet as wide as letter paper.</summary>
public static class PicturePages
{
    private const double Narrow = 612;
    private const double Wide = 792;
    private const double Highest = 14_000;

    /// <summary>One PDF of all pages. The parts must be harmless copies: nothing is looked for in them.</summary>
    public static byte[] Bind(IReadOnlyList<HarmlessCopy> parts) => LargeStack.Run(() =>
    {
        PdfLibrary.Prepare();
        using var document = new PdfDocument();
        var opened = new List<PdfDocument>();
        foreach (var part in parts)
        {
            if (part.Kind == FileKind.Pdf)
                AddPages(document, part.Bytes, opened);
            else
                AddPicture(document, part.Bytes);
        }

        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        opened.ForEach(other => other.Dispose());
        return FileFinish.Apply(file.ToArray(), metadata: null);
    }, Timeout.InfiniteTimeSpan)!;

    private static void AddPages(PdfDocument document, byte[] pdf, List<PdfDocument> opened)
    {
        var other = PdfReader.Open(new MemoryStream(pdf, writable: false), PdfDocumentOpenMode.Import);
        opened.Add(other);
        foreach (var page in other.Pages)
            document.AddPage(page);
    }

    private static void AddPicture(PdfDocument document, byte[] picture)
    {
        var turn = ImageMetadata.OrientationOf(picture);
        var page = document.AddPage();
        if (turn == 1 && PngSamples.Of(picture) is { } samples)
        {
            AddSamples(document, page, samples);
            return;
        }

        using var image = PngImage.Open(picture);
        var (width, height) = turn >= 5 ? (image.PixelHeight, image.PixelWidth) : (image.PixelWidth, image.PixelHeight);
        SetSize(page, width, height);
        using var canvas = XGraphics.FromPdfPage(page);
        TurnedImage.Draw(canvas, image, turn, new XRect(0, 0, page.Width.Point, page.Height.Point));
    }

    private static void SetSize(PdfPage page, double width, double height)
    {
        page.Width = XUnit.FromPoint(width > height ? Wide : Narrow);
        page.Height = XUnit.FromPoint(Math.Clamp(page.Width.Point * height / width, 36, Highest));
    }

    /// <summary>PDFsharp would unpack the picture and hold every page of a fax in memory.</summary>
    private static void AddSamples(PdfDocument document, PdfPage page, PngSamples samples)
    {
        SetSize(page, samples.Width, samples.Height);
        var image = new PdfDictionary(document);
        document.Internals.AddObject(image);
        image.CreateStream(samples.Packed);
        Set(image, "/Type", "/XObject", "/Subtype", "/Image", "/Filter", "/FlateDecode", "/ColorSpace", samples.Colors == 1 ? "/DeviceGray" : "/DeviceRGB");
        Set(image, "/Width", samples.Width, "/Height", samples.Height, "/BitsPerComponent", samples.Bits);
        var rows = new PdfDictionary(document);
        Set(rows, "/Predictor", 15, "/Colors", samples.Colors, "/BitsPerComponent", samples.Bits, "/Columns", samples.Width);
        image.Elements["/DecodeParms"] = rows;
        var content = new PdfDictionary(document);
        document.Internals.AddObject(content);
        content.CreateStream(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"q {page.Width.Point:0.###} 0 0 {page.Height.Point:0.###} 0 0 cm /Picture Do Q")));
        var objects = new PdfDictionary(document);
        objects.Elements["/Picture"] = image.Reference!;
        var resources = new PdfDictionary(document);
        resources.Elements["/XObject"] = objects;
        page.Elements["/Resources"] = resources;
        page.Elements["/Contents"] = content.Reference!;
    }

    private static void Set(PdfDictionary dictionary, params object[] pairs)
    {
        for (var at = 0; at + 1 < pairs.Length; at += 2)
            dictionary.Elements[(string)pairs[at]] = pairs[at + 1] is int number ? new PdfInteger(number) : new PdfName((string)pairs[at + 1]);
    }
}
