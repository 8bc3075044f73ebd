using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Portal.Domain.Paper.Sealing;

/// <summary>The RFC 3161 token with a signature, if there's one.</summary>
internal static class SealTimestamp
{
    private static readonly Oid Token = new("1.2.840.113549.1.9.16.2.14");

    public static void AddTo(SignerInfo signer, Rfc3161TimestampToken token) =>
        signer.AddUnsignedAttribute(new AsnEncodedData(Token, token.AsSignedCms().Encode()));

    /// <summary>False when there's anything other than one valid token.</summary>
    public static bool Of(SignerInfo signer, out DateTime? stampedAt)
    {
        stampedAt = null;
        if (signer.UnsignedAttributes.Count == 0)
            return true;
        if (signer.UnsignedAttributes is not [{ Oid.Value: var kind, Values: [var value] }] || kind != Token.Value
            || !Rfc3161TimestampToken.TryDecode(value.RawData, out var token, out var used) || used != value.RawData.Length
            || !token.VerifySignatureForSignerInfo(signer, out _))
            return false;
        stampedAt = token.TokenInfo.Timestamp.UtcDateTime;
        return true;
    }
}
