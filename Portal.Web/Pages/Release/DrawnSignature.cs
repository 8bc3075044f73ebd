using Portal.Domain.Paper;

namespace Portal.Web.Pages.Release;

/// <summary>
/// The drawn signature sent by the browser. Anything but a PNG of reasonable size is dropped, because the drawing is
/// optional.
/// </summary>
internal static class DrawnSignature
{
    private const string Prefix = "data:image/png;base64,";
    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The bytes; null if there is no signature.</summary>
    public static byte[]? Read(string? address)
    {
        if (address is null || !address.StartsWith(Prefix, StringComparison.Ordinal) || address.Length > SignatureBlock.LargestDrawing * 4 / 3)
            return null;
        var bytes = new byte[address.Length];
        return Convert.TryFromBase64String(address[Prefix.Length..], bytes, out var length) && bytes.AsSpan(0, length).StartsWith(PngStart)
            ? bytes[..length]
            : null;
    }
}
