using PdfSharp.Pdf;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Harmless;

/// <summary>A phone that makes a PDF of its photos puts them in whole, with place and camera. Viewers show a picture without them.</summary>
internal static class PictureData
{
    /// <summary>The picture's bytes; the same ones when it isn't a JPEG or JPEG 2000 or isn't whole.</summary>
    public static byte[] WithoutMetadata(PdfDictionary picture, byte[] bytes) => Filter(picture) switch
    {
        "DCTDecode" or "DCT" => JpegMetadata.Strip(bytes) ?? bytes,
        "JPXDecode" => Jpeg2000Metadata.Strip(bytes),
        _ => bytes,
    };

    private static string? Filter(PdfDictionary picture) => picture.At("/Filter") switch
    {
        PdfArray { Elements.Count: 1 } only => PdfValues.NameOf(PdfValues.Resolved(only.Elements[0])),
        var name => PdfValues.NameOf(name),
    };
}
