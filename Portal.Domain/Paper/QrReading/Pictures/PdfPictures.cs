using Portal.Domain.Paper.Inspection;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>
/// The images in a PDF, in object order. Pages aren't rendered and fonts aren't read: a scan is an image, and this way less is
/// parsed. None for a PDF that needs a password, and none in JBIG2 or JPEG 2000.
/// </summary>
internal static class PdfPictures
{
    private const int MaxObjects = 20_000;

    public static IEnumerable<GrayPicture> Read(ReadOnlyMemory<byte> file, TimeLimit time)
    {
        // The one kind of recursion PdfPig doesn't limit.
        if (PdfLengths.AreTooManyElsewhere(file.Span))
            yield break;
        using var pdf = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, MaxStackDepth = 64, FilterProvider = new BoundedFilters(time) });
        var pictures = 0;
        foreach (var reference in pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(key => key.ObjectNumber).Take(MaxObjects))
        {
            time.Check();
            if (Stream(pdf, reference) is { } stream && Samples(pdf, stream, time) is { } found)
            {
                foreach (var picture in found)
                    yield return picture;
                if (++pictures == PictureLimits.MostPdfPictures)
                    yield break;
            }
        }
    }

    /// <summary>Null for an object that isn't an image or can't be read; the next one may be fine.</summary>
    private static StreamToken? Stream(PdfDocument pdf, UglyToad.PdfPig.Core.IndirectReference reference)
    {
        try
        {
            return pdf.Structure.GetObject(reference)?.Data is StreamToken stream
                && stream.StreamDictionary.TryGet(NameToken.Subtype, out var subtype) && subtype is NameToken { Data: "Image" } ? stream : null;
        }
        catch (Exception broken) when (broken is not TimeoutException)
        {
            return null;
        }
    }

    private static List<GrayPicture>? Samples(PdfDocument pdf, StreamToken stream, TimeLimit time)
    {
        try
        {
            return PdfPicture.Decode(pdf, stream, time);
        }
        catch (Exception)
        {
            time.Check();
            return null;
        }
    }
}
