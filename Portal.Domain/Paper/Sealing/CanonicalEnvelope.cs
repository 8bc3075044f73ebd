using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Domain.Paper.Sealing;

/// <summary>Writes the only envelope (RFC 5652, section 5) our signer may be in. Only what was signed comes from the file.</summary>
internal static class CanonicalEnvelope
{
    private static readonly Asn1Tag Outer = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Unsigned = new(TagClass.ContextSpecific, 1, isConstructed: true);

    public static byte[] Of(X509Certificate2 certificate, SignerInfo signer)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (der.PushSequence(Outer))
            using (der.PushSequence())
            {
                der.WriteInteger(1);
                using (der.PushSetOf())
                    Algorithm(der, signer.DigestAlgorithm);
                using (der.PushSequence())
                    der.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                using (der.PushSetOf(Outer))
                    der.WriteEncodedValue(certificate.RawData);
                using (der.PushSetOf())
                    Signer(der, certificate, signer);
            }
        }

        return der.Encode();
    }

    /// <summary>IssuerAndSerialNumber, which identifies the signer's certificate.</summary>
    public static byte[] NameOf(X509Certificate2 certificate)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteEncodedValue(certificate.IssuerName.RawData);
            der.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        return der.Encode();
    }

    private static void Signer(AsnWriter der, X509Certificate2 certificate, SignerInfo signer)
    {
        using (der.PushSequence())
        {
            der.WriteInteger(1);
            der.WriteEncodedValue(NameOf(certificate));
            Algorithm(der, signer.DigestAlgorithm);
            Attributes(der, Outer, signer.SignedAttributes);
            Algorithm(der, signer.SignatureAlgorithm);
            der.WriteOctetString(signer.GetSignature());
            if (signer.UnsignedAttributes.Count > 0)
                Attributes(der, Unsigned, signer.UnsignedAttributes);
        }
    }

    /// <summary>Without parameters, as SignedCms writes it.</summary>
    private static void Algorithm(AsnWriter der, Oid algorithm)
    {
        using (der.PushSequence())
            der.WriteObjectIdentifier(algorithm.Value!);
    }

    private static void Attributes(AsnWriter der, Asn1Tag tag, CryptographicAttributeObjectCollection attributes)
    {
        using (der.PushSetOf(tag))
        {
            foreach (var attribute in attributes)
            {
                using (der.PushSequence())
                {
                    der.WriteObjectIdentifier(attribute.Oid.Value!);
                    using (der.PushSetOf())
                    {
                        foreach (var value in attribute.Values)
                            der.WriteEncodedValue(value.RawData);
                    }
                }
            }
        }
    }
}
