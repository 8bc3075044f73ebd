using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Domain.Paper.Sealing;

/// <summary>Checks whether the office sealed a file. Accepts any bytes, never throws, and takes linear time.</summary>
/// <remarks>
/// Every byte of the file counts, with one exception: a few bytes in the wrapper of a timestamp, which comes from the authority,
/// have no meaning (version, list of algorithms) and may change unnoticed, here as in pdfsig.
/// </remarks>
public static class PdfVerification
{
    public static SealVerdict Verify(ReadOnlySpan<byte> file, IReadOnlyList<X509Certificate2> trusted)
    {
        if (file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) < 0)
            return new SealVerdict.NotAPdf();
        var ranges = SealedRange.FindAll(file, out var mentions);
        if (ranges.Count == 0)
            return mentions == 0 ? new SealVerdict.NoSeal() : new SealVerdict.Changed();
        if (ranges.Count > 1)
        {
            // A second signature was added, so ours, if present, no longer covers the whole file.
            foreach (var range in ranges)
            {
                if (SealEnvelope.Read(range.Hexadecimal(file), trusted).IsOurs)
                    return new SealVerdict.Changed();
            }

            return new SealVerdict.NotOurs();
        }

        return Verify(file, ranges[0], trusted);
    }

    private static SealVerdict Verify(ReadOnlySpan<byte> file, SealedRange range, IReadOnlyList<X509Certificate2> trusted)
    {
        var envelope = SealEnvelope.Read(range.Hexadecimal(file), trusted);
        if (!envelope.IsOurs)
            return new SealVerdict.NotOurs();
        return range.CoversAllOf(file) && envelope.Opens(range.SignedBytes(file)) is { } opened
            ? new SealVerdict.Sealed(opened.Signer, opened.SignedAt, Convert.ToHexString(SHA256.HashData(file)), opened.StampedAt)
            : new SealVerdict.Changed();
    }
}
