using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MimeKit;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Mail;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>A real Dovecot on loopback with temporary mailboxes, over TLS; it takes passwords and access tokens.</summary>
public sealed class DovecotProcess : IAsyncLifetime
{
    public const string Password = "hush";
    private static readonly bool IsRoot = Environment.UserName == "root";
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-dovecot-").FullName;
    private Process? _process;

    public static string? Executable { get; } = new[] { "/usr/sbin/dovecot", "/usr/local/sbin/dovecot" }.FirstOrDefault(File.Exists);

    public int Port { get; private set; }

    /// <summary>What Dovecot logged.</summary>
    public string Log => File.ReadAllText(Path.Combine(_folder, "log"));

    private string Certificate => Path.Combine(_folder, "certificate.pem");

    /// <summary>A missing Dovecot skips the test on a laptop and fails it in CI.</summary>
    public static void Require()
    {
        if (Executable is not null)
            return;
        Assert.NotEqual("true", Environment.GetEnvironmentVariable("CI"));
        Assert.Skip("Dovecot is not installed (Debian: dovecot-imapd): reading a mailbox is NOT tested on this machine.");
    }

    /// <summary>How Portal reaches a mailbox. Each user has one, created when it's first opened.</summary>
    public MailServerSettings Settings(string user, string password = Password) => new("localhost", Port, MailSecurity.Tls)
    {
        Section = "Portal:Mailbox",
        UserName = user,
        Password = password,
        TrustedCertificates = Certificate,
    };

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;
        await LocalCertificates.WriteAsync(_folder);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var (mails, settings) = (Directory.CreateDirectory(Path.Combine(_folder, "mails")).FullName, Path.Combine(_folder, "dovecot.conf"));
        // Its processes run as other users than the tests and have to get through.
        using (var open = Process.Start("chmod", ["755", _folder]))
            await open.WaitForExitAsync();
        using (var writable = Process.Start("chmod", ["777", mails]))
            await writable.WaitForExitAsync();
        await File.WriteAllTextAsync(settings, Configuration(mails));
        _process = Process.Start(new ProcessStartInfo(Executable, ["-F", "-c", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            // It ends its own processes with it.
            using var stop = Process.Start("kill", [$"{_process.Id}"]);
            await stop.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Puts an email into a mailbox, as a mail server would.</summary>
    public async Task DeliverAsync(string user, params IReadOnlyList<MimeMessage> mails)
    {
        using var client = await ConnectAsync(user);
        foreach (var mail in mails)
            await client.Inbox.AppendAsync(new AppendRequest(mail));
        await client.DisconnectAsync(quit: true);
    }

    /// <summary>A connection of the test's own.</summary>
    public async Task<ImapClient> ConnectAsync(string user)
    {
        using var own = X509CertificateLoader.LoadCertificateFromFile(Certificate);
        var thumbprint = own.Thumbprint;
        var client = new ImapClient { ServerCertificateValidationCallback = (_, shown, _, _) => (shown as X509Certificate2)?.Thumbprint == thumbprint };
        await client.ConnectAsync("localhost", Port, MailKit.Security.SecureSocketOptions.SslOnConnect);
        await client.AuthenticateAsync(user, Password);
        return client;
    }

    private string Configuration(string mails) => $$"""
        protocols = imap
        base_dir = {{_folder}}/run
        state_dir = {{_folder}}/state
        log_path = {{_folder}}/log
        listen = 127.0.0.1
        ssl = required
        ssl_cert = <{{Certificate}}
        ssl_key = <{{Path.Combine(_folder, "key.pem")}}
        auth_mechanisms = plain login xoauth2
        mail_location = maildir:{{mails}}/%u
        mail_fsync = never
        first_valid_uid = 1
        {{(IsRoot ? "" : $"default_login_user = {Environment.UserName}\ndefault_internal_user = {Environment.UserName}\n")}}
        passdb {
          driver = static
          args = password={{Password}}
        }
        userdb {
          driver = static
          args = uid={{(IsRoot ? "nobody" : Environment.UserName)}} gid={{(IsRoot ? "nogroup" : Environment.UserName)}} home={{mails}}/%u
        }
        service imap-login {
          {{(IsRoot ? "" : "chroot =")}}
          inet_listener imap {
            port = 0
          }
          inet_listener imaps {
            port = {{Port}}
            ssl = yes
          }
        }
        service anvil {
          {{(IsRoot ? "" : "chroot =")}}
        }
        """;

    private async Task AnswersAsync()
    {
        for (var attempt = 0; attempt < 150; attempt++)
        {
            try
            {
                using var client = await ConnectAsync("probe@example.gov");
                await client.DisconnectAsync(quit: true);
                return;
            }
            catch (Exception fault) when (fault is IOException or SocketException or MailKit.Security.SslHandshakeException)
            {
                if (_process!.HasExited)
                    throw new InvalidOperationException($"Dovecot stopped with code {_process.ExitCode}: {await _process.StandardError.ReadToEndAsync()}");
                await Task.Delay(100);
            }
        }

        throw new TimeoutException($"Dovecot did not answer within 15 seconds: {Log}");
    }
}
