using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Portal.Domain.Platform.Pdf.Sealing;

namespace Portal.Tests.Platform.Pdf;

public class TimestampTests
{
    private static readonly Uri Address = new("https://stamp.example/");

    [Fact]
    public async Task A_stamp_is_asked_for_kept_and_reported()
    {
        using var http = new HttpClient(new OpensslAuthority());
        var pdf = await SealSamples.Seal(SealSamples.Certificate, new TimestampAuthority(http, Address)).SealAsync(PaperSamples.Release, "Because", "Here");
        var verdict = Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(pdf));
        Assert.NotNull(verdict.StampedAt);
        Assert.Contains("Signature is Valid", PdfTools.Run("pdfsig", pdf, "-nocert", "{}"));

        var random = new Random(3161);
        var envelope = pdf.AsSpan().IndexOf("/Contents<3082"u8);
        Parallel.For(0, 600, _ =>
        {
            var changed = (byte[])pdf.Clone();
            changed[envelope + 10 + random.Next(12_000)] ^= 1;
            Assert.IsNotType<SealVerdict.NotOurs>(SealSamples.Verify(changed));
        });
    }

    [Fact]
    public async Task An_authority_that_is_down_is_said()
    {
        using var http = new HttpClient(new Down());
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            SealSamples.Seal(SealSamples.Certificate, new TimestampAuthority(http, Address)).SealAsync(PaperSamples.Release, "Because", "Here"));
    }

    private sealed class Down : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
    }

    /// <summary>A real RFC 3161 authority: openssl ts, with a certificate made for this test.</summary>
    internal sealed class OpensslAuthority : HttpMessageHandler
    {
        private readonly string _folder = SealSamples.Folder();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("application/timestamp-query", request.Content!.Headers.ContentType!.MediaType);
            MakeCertificate();
            await File.WriteAllBytesAsync(At("query"), await request.Content.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
            await File.WriteAllTextAsync(At("serial"), "01", cancellationToken);
            await File.WriteAllTextAsync(At("config"), $"[a]\nserial = {At("serial")}\ndefault_policy = 1.2.3.4\ndigests = sha256\nsigner_digest = sha256\ness_cert_id_alg = sha256\n", cancellationToken);
            var report = PdfTools.Start("openssl", "ts", "-reply", "-config", At("config"), "-section", "a", "-queryfile", At("query"),
                "-signer", At("cert"), "-inkey", At("key"), "-out", At("reply"));
            Assert.Contains("exit 0", report);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(await File.ReadAllBytesAsync(At("reply"), cancellationToken)) };
        }

        private string At(string name) => Path.Combine(_folder, name);

        private void MakeCertificate()
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=Stamps", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
            using var made = request.CreateSelfSigned(SealSamples.Now.AddYears(-1), SealSamples.Now.AddYears(20));
            File.WriteAllText(At("cert"), made.ExportCertificatePem());
            File.WriteAllText(At("key"), key.ExportPkcs8PrivateKeyPem());
        }
    }
}
