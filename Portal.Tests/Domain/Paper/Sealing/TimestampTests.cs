using System.Net;
using System.Security.Cryptography.Pkcs;
using Portal.Domain.Paper.Sealing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Paper.Sealing;

public sealed class TimestampTests : IDisposable
{
    private readonly LocalAuthority _authority = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    [Fact]
    public async Task A_timestamp_is_requested_stored_and_reported()
    {
        var pdf = await SealAsync();
        var verdict = Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(pdf));
        Assert.NotNull(verdict.StampedAt);
        Assert.Equal(1, _authority.Asked);
        Assert.Contains("Signature is Valid", PdfTools.Run("pdfsig", pdf, "-nocert", "{}"));
        Assert.Contains("exit 0", OpensslVerdict.Of(pdf));

        var random = new Random(3161);
        var envelope = pdf.AsSpan().IndexOf("/Contents<3082"u8);
        Parallel.For(0, Rounds.Of(600, 80), _ =>
        {
            int position;
            lock (random)
            {
                position = envelope + 10 + random.Next(12_000);
            }

            var changed = (byte[])pdf.Clone();
            changed[position] ^= 1;
            Assert.IsNotType<SealVerdict.NotOurs>(SealSamples.Verify(changed));
        });
    }

    /// <summary>The token in the file matches the signature, and openssl recognizes the authority by its certificate.</summary>
    [Fact]
    public async Task Openssl_accepts_the_timestamp()
    {
        var cms = new SignedCms();
        cms.Decode(OpensslVerdict.Envelope(await SealAsync()));
        var token = cms.SignerInfos[0].UnsignedAttributes[0].Values[0].RawData;
        var folder = SealSamples.Folder();
        string At(string name) => Path.Combine(folder, name);
        File.WriteAllBytes(At("token"), token);
        File.WriteAllBytes(At("signature"), cms.SignerInfos[0].GetSignature());
        string Verdict() =>
            PdfTools.Start("openssl", "ts", "-verify", "-token_in", "-in", At("token"), "-data", At("signature"), "-CAfile", _authority.Certificate);
        Assert.Contains("Verification: OK", Verdict());
        var other = cms.SignerInfos[0].GetSignature();
        other[0] ^= 1;
        File.WriteAllBytes(At("signature"), other);
        Assert.DoesNotContain("Verification: OK", Verdict());
    }

    /// <summary>Signing never waits for a third-party server to recover.</summary>
    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.OK)]
    public async Task After_an_unusable_answer_the_seal_has_no_timestamp(HttpStatusCode answer)
    {
        _authority.Broken = answer;
        Assert.Null(Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(await SealAsync())).StampedAt);
    }

    [Fact]
    public async Task When_the_authority_is_down_or_too_slow_the_seal_has_no_timestamp()
    {
        foreach (var handler in (HttpMessageHandler[])[new SocketsHttpHandler(), new Slow()])
        {
            using var http = new HttpClient(handler) { Timeout = TimeSpan.FromMilliseconds(300) };
            var seal = SealSamples.Seal(SealSamples.Certificate, new TimestampAuthority(http, new Uri("http://127.0.0.1:9/")));
            Assert.Null(Assert.IsType<SealVerdict.Sealed>(SealSamples.Verify(await seal.SealAsync(PaperSamples.Spanish, "Because", "Here"))).StampedAt);
        }
    }

    [Fact]
    public async Task Cancellation_stops_the_sealing()
    {
        using var http = new HttpClient(new Slow());
        using var given = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SealSamples.Seal(SealSamples.Certificate, new TimestampAuthority(http, _authority.Address))
                .SealAsync(PaperSamples.Spanish, "Because", "Here", given.Token));
    }

    [Fact]
    public async Task The_doctor_command_can_check_the_authority() =>
        Assert.InRange(
            await new TimestampAuthority(_http, _authority.Address).AskAsync(default),
            DateTime.UnixEpoch.AddYears(50),
            DateTime.UnixEpoch.AddYears(200));

    public void Dispose()
    {
        _authority.Dispose();
        _http.Dispose();
    }

    private Task<byte[]> SealAsync() =>
        SealSamples.Seal(SealSamples.Certificate, new TimestampAuthority(_http, _authority.Address)).SealAsync(PaperSamples.Release, "Because", "Here");

    private sealed class Slow : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new();
        }
    }
}
