using System.Net;
using System.Net.Mail;
using System.Net.Security;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Platform.Mail;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>A conversation with a real mail server.</summary>
public sealed partial class SmtpMailTransportTests : IClassFixture<SmtpProcess>
{
    private static readonly MailEnvelope Mail = new(
        "<0123456789abcdef@help.nunez.example.gov>", "casework@nunez.example.gov", "Representante Ana M. Núñez", "ana.garcia@example.org", "es",
        "Recibimos su solicitud de José K7M2P-9QXR4 – ¿qué sigue ahora, señora García?", "Usted sabrá de nosotros el 18 de diciembre.\n\n.\n\nSu caso está en la página.\n", "<p>Usted sabrá de nosotros el 18 de diciembre.</p>");

    private readonly SmtpProcess _server;

    public SmtpMailTransportTests(SmtpProcess server)
    {
        SmtpProcess.Require();
        _server = server;
        // SmtpClient has no other place to name a certificate to trust; only the test server's own is let through.
#pragma warning disable SYSLIB0014
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            errors == SslPolicyErrors.None || certificate?.GetCertHashString() == server.Certificate.Thumbprint;
#pragma warning restore SYSLIB0014
    }

    [Fact]
    public async Task Both_parts_arrive_in_Spanish_over_TLS_from_the_authenticated_sender()
    {
        await Transport().SendAsync(Mail, default);
        var got = await _server.NextAsync();
        Assert.Equal((true, "portal", "casework@nunez.example.gov"), (got.Secure, got.User, got.From));
        Assert.Equal(["ana.garcia@example.org"], got.To);
        Assert.Equal(Mail.Subject, Word(Header(got.Data, "Subject")));
        Assert.Contains(Mail.FromName, Word(Header(got.Data, "From")), StringComparison.Ordinal);
        Assert.Equal(Mail.MessageId, Header(got.Data, "Message-ID"));
        Assert.Equal(("es", "auto-generated"), (Header(got.Data, "Content-Language"), Header(got.Data, "Auto-Submitted")));
        Assert.StartsWith("multipart/alternative", Header(got.Data, "Content-Type"), StringComparison.Ordinal);
        var parts = Parts(got.Data);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(p => p.Type));
        Assert.Equal(Mail.Text, parts[0].Body);
        Assert.Equal(Mail.Html, parts[1].Body);
    }

    [Fact]
    public async Task A_permanently_refused_recipient_is_told_apart()
    {
        await Assert.ThrowsAsync<MailRefusedException>(() => Transport().SendAsync(Mail with { To = "nobody@example.org" }, default));
        var busy = await Assert.ThrowsAnyAsync<Exception>(() => Transport().SendAsync(Mail with { To = "busy@example.org" }, default));
        Assert.IsNotType<MailRefusedException>(busy);
    }

    [Fact]
    public async Task A_wrong_password_or_a_server_that_is_down_is_retried_later()
    {
        await Assert.ThrowsAnyAsync<SmtpException>(() => Transport(password: "wrong").SendAsync(Mail, default));
        await Assert.ThrowsAnyAsync<SmtpException>(() => Transport(port: 1).SendAsync(Mail, default));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_trusted()
    {
#pragma warning disable SYSLIB0014
        ServicePointManager.ServerCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;
#pragma warning restore SYSLIB0014
        await Assert.ThrowsAnyAsync<Exception>(() => Transport().SendAsync(Mail, default));
    }

    [Fact]
    public async Task Port_465_is_refused_with_an_explanation() =>
        Assert.StartsWith("Mail port 465", (await Assert.ThrowsAsync<InvalidOperationException>(() => Transport(port: 465).SendAsync(Mail, default))).Message, StringComparison.Ordinal);

    private SmtpMailTransport Transport(int? port = null, string password = "geheim") => new(new("localhost", port ?? _server.Port, true, "portal", password));

    private static string Header(string data, string name) =>
        Regex.Replace(Regex.Match(data, $@"^{name}: ?((?:[^\r\n]+|\r\n[ \t])*)", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value, @"\r\n[ \t]+", " ").Trim();

    // Encoded words of RFC 2047; the white space between two of them does not count.
    private static string Word(string header) => EncodedWord().Replace(Regex.Replace(header, @"\?=\s+=\?", "?==?"), word => Encoding.UTF8.GetString(
        word.Groups["kind"].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
            ? Convert.FromBase64String(word.Groups["text"].Value)
            : Bytes(word.Groups["text"].Value.Replace('_', ' '))));

    private static List<(string Type, string Body)> Parts(string data)
    {
        var boundary = Regex.Match(data, "boundary=\"?([^\"\r\n;]+)").Groups[1].Value;
        return [.. data.Split("--" + boundary)[1..^1].Select(part =>
        {
            var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            var bytes = Header(part, "Content-Transfer-Encoding") switch
            {
                "base64" => Convert.FromBase64String(body.Trim()),
                "quoted-printable" => Bytes(body.Replace("=\r\n", "")),
                _ => Encoding.Latin1.GetBytes(body),
            };
            return (Header(part, "Content-Type"), Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n").TrimEnd('\n') + (body.Length > 0 && Header(part, "Content-Type").Contains("plain", StringComparison.Ordinal) ? "\n" : ""));
        })];
    }

    private static byte[] Bytes(string quoted) => Encoding.Latin1.GetBytes(Regex.Replace(quoted, "=([0-9A-F]{2})", m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString()));

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BQ])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
