using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Domain.Platform.Mail;

namespace Portal.Tests.Mail;

/// <summary>Sending through a real mail server.</summary>
public sealed class SmtpMailServerTests(SmtpProcess servers) : IClassFixture<SmtpProcess>
{
    private static readonly MailEnvelope Mail = new("<0123456789abcdef@help.nunez.example.gov>")
    {
        From = "casework@nunez.example.gov",
        FromName = "Representante Ana M. Núñez",
        To = "ana.garcia@example.org",
        Language = "es",
        Subject = "Recibimos su solicitud de José K7M2P-9QXR4 – ¿qué sigue ahora, señora García?",
        Text = "Usted sabrá de nosotros el 18 de diciembre.\n\n.\n\nSu caso está en la página.\n",
        Html = "<p>Usted sabrá de nosotros el 18 de diciembre.</p>",
    };

    [Fact]
    public async Task Both_parts_arrive_in_Spanish_over_TLS_from_the_signed_in_sender()
    {
        var server = await servers.ListenAsync();
        Assert.Null(await SendAsync(Settings(server.Port)));
        var got = await server.NextAsync();
        Assert.Equal((true, "portal", "casework@nunez.example.gov"), (got.Secure, got.User, got.From));
        Assert.Equal(["ana.garcia@example.org"], got.To);
        Assert.Equal(Mail.Subject, MailText.Words(MailText.Header(got.Data, "Subject")));
        Assert.Equal(Mail.FromName, MailText.Name(MailText.Header(got.Data, "From")));
        Assert.Equal(Mail.MessageId, got.MessageId);
        Assert.Equal(("es", "auto-generated"), (MailText.Header(got.Data, "Content-Language"), MailText.Header(got.Data, "Auto-Submitted")));
        Assert.StartsWith("multipart/alternative", MailText.Header(got.Data, "Content-Type"), StringComparison.Ordinal);
        var parts = MailText.Parts(got.Data);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(p => p.Type));
        Assert.Equal(Mail.Text, parts[0].Body);
        Assert.Equal(Mail.Html, parts[1].Body);
    }

    [Fact]
    public async Task Implicit_TLS_starts_with_the_first_byte()
    {
        var server = await servers.ListenAsync(new { secure = true });
        Assert.Null(await SendAsync(Settings(server.Port, MailSecurity.Tls)));
        Assert.True((await server.NextAsync()).Secure);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    [InlineData("XOAUTH2")]
    public async Task The_sign_in_uses_the_method_the_server_offers(string method)
    {
        var server = await servers.ListenAsync(new { authMethods = new[] { method } });
        Assert.Null(await SendAsync(method == "XOAUTH2" ? WithToken(server.Port, "fresh\n") : Settings(server.Port)));
        Assert.Equal((method, "portal"), ((await server.NextAsync()) is var got ? got.Method : null, got.User));
    }

    [Fact]
    public async Task A_server_that_can_report_delivery_is_asked_to_with_the_row_id()
    {
        var (able, unable) = (await servers.ListenAsync(), await servers.ListenAsync(new { hideDSN = true }));
        Assert.Null(await SendAsync(Settings(able.Port)));
        Assert.Null(await SendAsync(Settings(unable.Port)));
        var got = await able.NextAsync();
        Assert.Equal("0123456789abcdef", got.EnvelopeId);
        Assert.Equal(["DELAY", "FAILURE"], got.Notify!.Order());
        Assert.Null((await unable.NextAsync()).Notify);
    }

    [Fact]
    public async Task A_non_ASCII_address_needs_a_server_that_supports_it()
    {
        var (able, unable) = (await servers.ListenAsync(), await servers.ListenAsync(new { hideSMTPUTF8 = true }));
        Assert.Null(await SendAsync(Settings(able.Port), Mail with { To = "josé@example.org" }));
        var got = await able.NextAsync();
        Assert.True(got.Utf8);
        Assert.Equal(["josé@example.org"], got.To);
        Assert.Contains("Núñez", Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(MailText.Header(got.Data, "From"))), StringComparison.Ordinal);
        Assert.Equal(new(MailFailureKind.AddressNotSupported, IsFinal: true), await SendAsync(Settings(unable.Port), Mail with { To = "josé@example.org" }));
        // A domain has an ASCII form that every server accepts.
        Assert.Null(await SendAsync(Settings(unable.Port), Mail with { To = "jose@españa.example" }));
        Assert.Equal(["jose@xn--espaa-rta.example"], (await unable.NextAsync()).To.Select(t => t.Replace("españa", "xn--espaa-rta")));
    }

    [Theory]
    [InlineData("nobody@example.org", MailFailureKind.RecipientRefused, "550 <nobody@example.org> unknown here", true)]
    [InlineData("busy@example.org", MailFailureKind.RecipientRefused, "450 Try again later", false)]
    [InlineData("elsewhere@example.org", MailFailureKind.RecipientRefused, "554 5.7.1 Relay access denied", false)]
    [InlineData("unwanted@example.org", MailFailureKind.MessageRefused, "554 Message not wanted", true)]
    public async Task The_reply_decides_what_was_refused_and_the_connection_stays_open(string to, MailFailureKind kind, string words, bool final)
    {
        var server = await servers.ListenAsync();
        await using var connection = await new SmtpMailServer(Settings(server.Port)).ConnectAsync(default);
        var refused = await Assert.ThrowsAsync<MailException>(() => connection.SendAsync(Mail with { To = to }, default));
        Assert.Equal(new(kind, words, final), refused.Failure);
        Assert.True(connection.IsOpen);
        await connection.SendAsync(Mail, default);
        Assert.Equal(["ana.garcia@example.org"], (await server.NextAsync()).To);
    }

    [Fact]
    public async Task A_refused_sender_address_is_a_wrong_setting_and_abandons_no_email()
    {
        var server = await servers.ListenAsync();
        Assert.Equal(
            new(MailFailureKind.SenderRefused, "553 Not your address"),
            await SendAsync(Settings(server.Port), Mail with { From = "stranger@example.gov" }));
        Assert.Equal(new(MailFailureKind.BadSetting, "Portal:Mail:From"), await SendAsync(Settings(server.Port), Mail with { From = "nothing" }));
    }

    [Fact]
    public async Task A_wrong_password_and_a_server_that_is_down_are_retried_later()
    {
        var server = await servers.ListenAsync();
        Assert.Equal(
            new(MailFailureKind.SignInRefused, "535: Invalid username or password"),
            await SendAsync(Settings(server.Port) with { Password = "wrong" }));
        Assert.Equal(new(MailFailureKind.ConnectionRefused, "localhost:1"), await SendAsync(Settings(1)));
        Assert.Equal(new(MailFailureKind.HostNotFound, "nowhere.invalid"), await SendAsync(Settings(587) with { Host = "nowhere.invalid" }));
    }

    [Fact]
    public async Task A_sign_in_the_server_requires_or_does_not_support_is_retried_later()
    {
        var server = await servers.ListenAsync();
        Assert.Equal(MailFailureKind.SignInRefused, (await SendAsync(Settings(server.Port) with { UserName = null, Password = null }))!.Kind);
        var passwords = await servers.ListenAsync(new { authMethods = new[] { "PLAIN" } });
        Assert.Equal(new(MailFailureKind.SignInNotOffered, $"localhost:{passwords.Port}"), await SendAsync(WithToken(passwords.Port, "fresh")));
        var none = await servers.ListenAsync(new { disabledCommands = new[] { "AUTH" } });
        Assert.Equal(new(MailFailureKind.SignInNotOffered, $"localhost:{none.Port}"), await SendAsync(Settings(none.Port)));
    }

    [Fact]
    public async Task A_stale_or_missing_token_is_retried_later()
    {
        var server = await servers.ListenAsync(new { authMethods = new[] { "XOAUTH2" } });
        Assert.Equal(MailFailureKind.SignInRefused, (await SendAsync(WithToken(server.Port, "stale")))!.Kind);
        Assert.Equal(new(MailFailureKind.NoAccessToken, "the file is empty"), await SendAsync(WithToken(server.Port, "")));
    }

    [Fact]
    public async Task A_certificate_is_trusted_only_for_its_name_within_its_dates_and_from_a_trusted_authority()
    {
        var (server, expired) = (await servers.ListenAsync(), await servers.ListenAsync(new { certificate = "expired" }));
        Assert.Equal(new(MailFailureKind.CertificateNotTrusted, "localhost"), await SendAsync(Settings(server.Port) with { TrustedCertificates = null }));
        Assert.Equal(
            new(MailFailureKind.CertificateNotTrusted, "localhost"),
            await SendAsync(Settings(server.Port) with { TrustedCertificates = servers.ExpiredAuthority }));
        Assert.Equal(new(MailFailureKind.CertificateNameWrong, "127.0.0.1"), await SendAsync(Settings(server.Port) with { Host = "127.0.0.1" }));
        Assert.Equal(
            new(MailFailureKind.CertificateExpired, "localhost"),
            await SendAsync(Settings(expired.Port) with { TrustedCertificates = servers.ExpiredAuthority }));
        Assert.Equal(
            new(MailFailureKind.BadSetting, "Portal:Mail:TrustedCertificates"),
            await SendAsync(Settings(server.Port) with { TrustedCertificates = "/nowhere.pem" }));
    }

    [Fact]
    public async Task Nothing_is_sent_unencrypted_unless_the_settings_allow_it_on_this_computer()
    {
        var plain = await servers.ListenAsync(new { hideSTARTTLS = true, allowInsecureAuth = true });
        var encrypted = await servers.ListenAsync();
        Assert.Equal(new(MailFailureKind.NotEncrypted, $"localhost:{plain.Port}"), await SendAsync(Settings(plain.Port)));
        Assert.Equal(new(MailFailureKind.NotEncrypted, $"localhost:{encrypted.Port}"), await SendAsync(Settings(encrypted.Port, MailSecurity.Tls)));
        Assert.Equal(
            new(MailFailureKind.PlainNotAllowed, "mail.example.gov"),
            await SendAsync(Settings(25, MailSecurity.None) with { Host = "mail.example.gov" }));
        Assert.Null(await SendAsync(Settings(plain.Port, MailSecurity.None)));
        Assert.False((await plain.NextAsync()).Secure);
    }

    [Fact]
    public async Task A_server_that_never_replies_times_out()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        Assert.Equal(
            new(MailFailureKind.TimedOut, $"127.0.0.1:{port}"),
            await SendAsync(Settings(port) with { Host = "127.0.0.1", Patience = TimeSpan.FromMilliseconds(200) }));
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_distinguished_from_one_that_refuses()
    {
        var server = await servers.ListenAsync();
        await using var connection = await new SmtpMailServer(Settings(server.Port)).ConnectAsync(default);
        var lost = await Assert.ThrowsAsync<MailException>(() => connection.SendAsync(Mail with { To = "hangup@example.org" }, default));
        Assert.Equal((MailFailureKind.ConnectionLost, false), (lost.Failure.Kind, lost.Failure.IsFinal));
        Assert.False(connection.IsOpen);
    }

    private static async Task<MailFailure?> SendAsync(MailServerSettings settings, MailEnvelope? mail = null)
    {
        try
        {
            var tokens = settings.Token is { } token ? new AccessTokens(token, () => new HttpClient(), TimeProvider.System) : null;
            await using var connection = await new SmtpMailServer(settings, tokens).ConnectAsync(default);
            await connection.SendAsync(mail ?? Mail, default);
            return null;
        }
        catch (MailException refused)
        {
            return refused.Failure;
        }
    }

    private MailServerSettings Settings(int port, MailSecurity security = MailSecurity.StartTls) =>
        new("localhost", port, security) { UserName = "portal", Password = "geheim", TrustedCertificates = servers.Authority };

    private MailServerSettings WithToken(int port, string token)
    {
        var file = Path.Combine(Path.GetDirectoryName(servers.Authority)!, "token");
        File.WriteAllText(file, token);
        return Settings(port) with { Password = null, Token = new() { File = file } };
    }
}
