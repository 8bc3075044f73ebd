using Portal.Domain.Paper.QrReading.Pictures;
using ZXing;
using ZXing.Common;
using ZXing.Multi.QrCode;
using ZXing.QrCode;

namespace Portal.Domain.Paper.QrReading;

/// <summary>Looks for QR codes in one image, trying the most likely way first. A code may be rotated by any angle and skewed.</summary>
internal static class QrSearch
{
    private const int LargestSide = 2400;
    private const int SmallestSide = 24;

    private static readonly Dictionary<DecodeHintType, object> Hints = new()
    {
        [DecodeHintType.TRY_HARDER] = true,
        [DecodeHintType.POSSIBLE_FORMATS] = new List<BarcodeFormat> { BarcodeFormat.QR_CODE },
        [DecodeHintType.CHARACTER_SET] = "UTF-8",
    };

    public static IReadOnlyList<string> In(GrayPicture picture, TimeLimit time)
    {
        if (Math.Min(picture.Width, picture.Height) < SmallestSide)
            return [];
        foreach (var view in Views(picture))
        {
            if (time.IsOver)
                return [];
            var found = Decode(view, local: true) is { Count: > 0 } texts ? texts : Decode(view, local: false);
            if (found.Count > 0)
                return found;
        }

        return [];
    }

    /// <summary>
    /// Fewer pixels first, which is faster and smooths out a photo's grain. Then all of them, then overlapping quarters, enlarged,
    /// because a form's code is in a corner and may be small.
    /// </summary>
    private static IEnumerable<GrayPicture> Views(GrayPicture picture)
    {
        var even = picture.Stretched();
        var shrink = (int)Math.Ceiling(Math.Max(even.Width, even.Height) / (double)LargestSide);
        for (var factor = shrink; factor >= 1; factor = factor == 1 ? 0 : Math.Max(1, factor / 2))
            yield return even.Shrunk(factor);
        yield return even.Shrunk(shrink * 2);
        yield return even.Shrunk(shrink).Negative();
        foreach (var quarter in even.Shrunk(Math.Max(1, shrink / 2)).Quarters())
            yield return quarter.Width < LargestSide / 2 ? quarter.Doubled().Stretched() : quarter.Stretched();
    }

    private static List<string> Decode(GrayPicture picture, bool local)
    {
        var source = new PlanarYUVLuminanceSource(picture.Luminance, picture.Width, picture.Height, 0, 0, picture.Width, picture.Height, false);
        var bitmap = new BinaryBitmap(local ? new HybridBinarizer(source) : new GlobalHistogramBinarizer(source));
        try
        {
            var several = new QRCodeMultiReader().decodeMultiple(bitmap, Hints);
            if (several is { Length: > 0 })
                return [.. several.Select(result => result.Text).Where(text => !string.IsNullOrEmpty(text)).Distinct()];
            return new QRCodeReader().decode(bitmap, Hints)?.Text is { Length: > 0 } only ? [only] : [];
        }
        catch (Exception undecodable) when (undecodable
            is ReaderException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or ArithmeticException or NullReferenceException)
        {
            return [];
        }
    }
}
