using System.Buffers;
using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Portal.Domain.Paper.Sealing;

/// <summary>
/// The PKCS#7 (CMS) structure inside a seal. Not all of it is signed, so the unsigned parts must be exactly as
/// <see cref="PdfSeal"/> writes them; otherwise a changed byte could go unnoticed.
/// </summary>
internal sealed class SealEnvelope
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private static readonly SearchValues<byte> HexadecimalDigits = SearchValues.Create("0123456789ABCDEF"u8);
    private readonly byte[]? _encoded;
    private readonly X509Certificate2? _ours;

    private SealEnvelope(byte[]? encoded, X509Certificate2? ours)
    {
        _encoded = encoded;
        _ours = ours;
    }

    /// <summary>Whether it names one of the trusted certificates. Nothing else is checked yet.</summary>
    public bool IsOurs => _ours is not null;

    public sealed record Content(string Signer, DateTime SignedAt, DateTime? StampedAt);

    public static SealEnvelope Read(ReadOnlySpan<byte> hexadecimal, IReadOnlyList<X509Certificate2> trusted)
    {
        var text = Encoding.Latin1.GetString(hexadecimal);
        return new SealEnvelope(Decode(hexadecimal), trusted.FirstOrDefault(candidate => IsNamedIn(text, candidate)));
    }

    /// <summary>Null unless the signature is valid for these bytes and the envelope is exactly as we write it.</summary>
    public Content? Opens(byte[] signed)
    {
        try
        {
            if (_ours is null || _encoded is null || TryDecode(_encoded, signed) is not { SignerInfos.Count: 1, Certificates.Count: 1 } cms
                || !cms.Certificates[0].RawDataMemory.Span.SequenceEqual(_ours.RawDataMemory.Span)
                || cms.SignerInfos[0] is not { DigestAlgorithm.Value: Sha256, CounterSignerInfos.Count: 0 } signer)
                return null;
            signer.CheckSignature(new X509Certificate2Collection(_ours), verifySignatureOnly: true);
            if (!CanonicalEnvelope.Of(_ours, signer).AsSpan().SequenceEqual(_encoded)
                || SigningTime(signer) is not { } signedAt
                || signedAt < _ours.NotBefore.ToUniversalTime() || signedAt > _ours.NotAfter.ToUniversalTime())
                return null;
            return SealTimestamp.Of(signer, out var stampedAt)
                ? new Content(_ours.GetNameInfo(X509NameType.SimpleName, false), signedAt, stampedAt)
                : null;
        }
        catch (Exception invalid) when (invalid is CryptographicException or AsnContentException or ArgumentException)
        {
            return null;
        }
    }

    private static DateTime? SigningTime(SignerInfo signer) => signer.SignedAttributes.Cast<CryptographicAttributeObject>()
        .SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>())
        .OfType<Pkcs9SigningTime>().SingleOrDefault()?.SigningTime.ToUniversalTime();

    /// <summary>
    /// Looks for our certificate or our signer identifier, whichever is undamaged, in the raw text: one wrong digit must not make
    /// our seal look like someone else's.
    /// </summary>
    private static bool IsNamedIn(string hexadecimal, X509Certificate2 candidate) =>
        hexadecimal.Contains(Convert.ToHexString(candidate.RawData), StringComparison.OrdinalIgnoreCase)
        || hexadecimal.Contains(Convert.ToHexString(CanonicalEnvelope.NameOf(candidate)), StringComparison.OrdinalIgnoreCase);

    /// <summary>Decodes the uppercase hexadecimal of one DER sequence followed by zeros; null for anything else.</summary>
    private static byte[]? Decode(ReadOnlySpan<byte> hexadecimal)
    {
        if (hexadecimal.IndexOfAnyExcept(HexadecimalDigits) >= 0 || hexadecimal.Length < 8 || hexadecimal.Length % 2 != 0
            || Convert.FromHexString(hexadecimal) is not [0x30, 0x82, ..] bytes)
            return null;
        var length = 4 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(2));
        return length <= bytes.Length && bytes.AsSpan(length).IndexOfAnyExcept((byte)0) < 0 ? bytes[..length] : null;
    }

    private static SignedCms? TryDecode(byte[] encoded, byte[] content)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(encoded);
            return cms;
        }
        catch (Exception invalid) when (invalid is CryptographicException or AsnContentException or ArgumentException)
        {
            return null;
        }
    }
}
