using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>One image in a PDF.</summary>
internal static class PdfPicture
{
    /// <summary>Null when it's of an unsupported kind, too small, or too large.</summary>
    public static List<GrayPicture>? Decode(PdfDocument pdf, StreamToken stream, TimeLimit time)
    {
        var dictionary = stream.StreamDictionary;
        var (width, height) = (Number(pdf, dictionary, "Width"), Number(pdf, dictionary, "Height"));
        if ((long)width * height < PictureLimits.FewestPixelsInPdf || (long)width * height > PictureLimits.Picture.MaxPixels)
            return null;
        var data = stream.Data;
        var filters = Filters(pdf, dictionary);
        for (var index = 0; index < filters.Count; index++)
        {
            time.Check();
            if (filters[index] is DctDecodeFilter)
                return index == filters.Count - 1 ? [.. JpegPicture.Read(data, time)] : null;
            if (!filters[index].IsSupported)
                return null;
            data = filters[index].Decode(data, dictionary, pdf.Structure.FilterProvider, index);
        }

        var depth = Math.Max(1, Number(pdf, dictionary, "BitsPerComponent"));
        return FromSamples(data.Span, width, height, depth) is { } picture ? [picture] : null;
    }

    private static IReadOnlyList<IFilter> Filters(PdfDocument pdf, DictionaryToken dictionary) =>
        pdf.Structure.FilterProvider.GetFilters(dictionary, pdf.Structure.TokenScanner);

    private static int Number(PdfDocument pdf, DictionaryToken dictionary, string name)
    {
        if (!dictionary.Data.TryGetValue(name, out var token))
            return 0;
        if (token is IndirectReferenceToken reference)
            token = pdf.Structure.GetObject(reference.Data)?.Data;
        return token is NumericToken { Int: > 0 and < 100_000 } number ? number.Int : 0;
    }

    /// <summary>The number of samples per pixel is derived from the length, which avoids parsing color spaces. A palette is treated as gray levels.</summary>
    private static GrayPicture? FromSamples(ReadOnlySpan<byte> data, int width, int height, int bits)
    {
        var available = data.Length;
        int[] possible = bits switch { 1 => [1], 8 => [4, 3, 1], _ => [] };
        var samples = Array.Find(possible, count => available >= RowLength(width, count, bits) * height);
        if (samples == 0)
            return null;
        var (picture, length) = (new SparsePicture(width, height), (int)RowLength(width, samples, bits));
        for (var y = 0; y < height; y += picture.Step)
        {
            var row = data.Slice(y * length, length);
            for (var x = 0; x < width; x += picture.Step)
                picture[x, y] = bits == 1 ? (byte)(((row[x / 8] >> (7 - (x % 8))) & 1) * 255) : Gray(row.Slice(x * samples, samples));
        }

        return picture.Kept;
    }

    private static byte Gray(ReadOnlySpan<byte> samples) => samples.Length switch
    {
        4 => (byte)((765 - samples[0] - samples[1] - samples[2]) * (255 - samples[3]) / 765),
        3 => (byte)((samples[0] + (2 * samples[1]) + samples[2]) / 4),
        _ => samples[0],
    };

    private static long RowLength(int width, int samples, int bits) => (((long)width * samples * bits) + 7) / 8;
}
