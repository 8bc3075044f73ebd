using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Portal.Domain.Paper.Sealing;

/// <summary>A time-stamping authority (RFC 3161) reached over HTTP. It sees only a hash of the signature, nothing of the document.</summary>
public sealed class TimestampAuthority(HttpClient http, Uri address)
{
    /// <summary>Requests a throwaway stamp to check that the authority answers. Returns its time, UTC.</summary>
    /// <exception cref="HttpRequestException">The authority couldn't be reached, or refused.</exception>
    /// <exception cref="CryptographicException">The answer isn't for this request.</exception>
    public async Task<DateTime> AskAsync(CancellationToken cancel)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(Nonce(), HashAlgorithmName.SHA256, nonce: Nonce(), requestSignerCertificates: true);
        return (await PostAsync(request, cancel)).TokenInfo.Timestamp.UtcDateTime;
    }

    /// <exception cref="HttpRequestException">The authority couldn't be reached, or refused.</exception>
    /// <exception cref="CryptographicException">The answer isn't for this request.</exception>
    internal async Task<Rfc3161TimestampToken> StampAsync(SignerInfo signer, CancellationToken cancel)
    {
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(signer, HashAlgorithmName.SHA256, nonce: Nonce(), requestSignerCertificates: true);
        return await PostAsync(request, cancel);
    }

    private async Task<Rfc3161TimestampToken> PostAsync(Rfc3161TimestampRequest request, CancellationToken cancel)
    {
        using var body = new ByteArrayContent(request.Encode());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var answer = await http.PostAsync(address, body, cancel);
        answer.EnsureSuccessStatusCode();
        return request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancel), out _);
    }

    private static byte[] Nonce()
    {
        var nonce = RandomNumberGenerator.GetBytes(16);
        nonce[0] &= 0x7F;
        return nonce;
    }
}
