using Portal.Domain.Paper.Harmless;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.QrReading;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The QR code in the corner of every printed release: the address of its signing page.</summary>
public static class ReleaseCodes
{
    private const string Path = "/release/";
    private const int MaxToken = 64;

    /// <summary>The address in the code.</summary>
    public static Uri AddressOf(Uri site, string linkToken) => new(site, Path + linkToken);

    /// <summary>The token in a scanned code; null when it isn't one of ours.</summary>
    public static string? TokenOf(string code)
    {
        if (!Uri.TryCreate(code, UriKind.Absolute, out var address) || !address.AbsolutePath.StartsWith(Path, StringComparison.Ordinal))
            return null;
        var token = address.AbsolutePath[Path.Length..];
        return token.Length is > 0 and <= MaxToken && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? token : null;
    }

    /// <summary>The tokens of all codes in an uploaded file; none when it couldn't be searched now.</summary>
    public static async Task<List<string>> InAsync(HarmlessCopy copy, CancellationToken cancellation) =>
        await InAsync(new MemoryStream(copy.Bytes, writable: false), copy.Kind, cancellation) ?? [];

    /// <summary>The tokens of all codes that can be read in a file; null when it couldn't be searched now.</summary>
    public static async Task<List<string>?> InAsync(Stream content, FileKind kind, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        var codes = await QrReader.ReadAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), kind, cancellation);
        return codes?.Select(TokenOf).OfType<string>().Distinct().ToList();
    }
}
