using PdfSharp.Pdf;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Forms;

/// <summary>Checks whether a file's streams decompress to more than we can hold in memory.</summary>
internal static class FormBounds
{
    // LZW expands to about 2,700 times its size at most. Real LZW streams are small and old.
    private const int LargestLzw = 64 * 1024;

    /// <summary>Decompresses every stream except images, discarding the output, to count its size.</summary>
    public static bool UnpacksWithin(PdfDocument document, long most)
    {
        var left = most;
        foreach (var packed in document.Internals.GetAllObjects().OfType<PdfDictionary>().Where(d => d.Stream is not null && d.Name("/Subtype") != "Image"))
        {
            var filters = packed.At("/Filter") is PdfArray many ? [.. many.Items().Select(PdfValues.NameOf)] : new[] { packed.Name("/Filter") };
            var bytes = packed.Stream!.Value;
            if (filters.Count(f => f is "FlateDecode" or "Fl" or "LZWDecode" or "LZW" or "RunLengthDecode" or "RL") > 1
                || (filters.Any(f => f is "LZWDecode" or "LZW") && bytes.Length > LargestLzw))
                return false;
            left -= filters is ["FlateDecode" or "Fl"] ? Inflation.Of(bytes, left).Length : bytes.Length;
            if (left < 0)
                return false;
        }

        return true;
    }
}
