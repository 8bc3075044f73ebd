using System.Net;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Portal.Domain.Platform.Mail;

/// <summary>A mail server, reached through MailKit (ADR 0023).</summary>
public sealed class SmtpMailServer(SmtpSettings settings, AccessTokens? tokens = null) : IMailServer
{
    /// <inheritdoc />
    public MailSetup Setup => settings.Setup;

    /// <inheritdoc />
    public async Task<IMailConnection> ConnectAsync(CancellationToken cancellation)
    {
        if (settings.Problem is { } problem)
            throw new MailException(problem);
        var certificates = CertificateCheck.For(settings);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(settings.Patience);
        var client = new ReportingSmtpClient { ServerCertificateValidationCallback = certificates.Accepts };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Encryption, timeout.Token);
            await SignInAsync(client, timeout.Token);
            return new SmtpConnection(client, settings);
        }
        catch (Exception fault)
        {
            client.Dispose();
            if (cancellation.IsCancellationRequested)
                throw;
            var failure = certificates.Problem is { } distrusted
                ? new MailFailure(distrusted, settings.Host)
                : SmtpFailures.WhileConnecting(fault, settings);
            throw new MailException(failure, fault);
        }
    }

    private SecureSocketOptions Encryption => settings.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private async Task SignInAsync(SmtpClient client, CancellationToken cancellation)
    {
        if (settings.UserName is not { } user)
            return;
        try
        {
            if (tokens is null)
                await client.AuthenticateAsync(Encoding.UTF8, new NetworkCredential(user, settings.Password), cancellation);
            else if (client.AuthenticationMechanisms.Contains("XOAUTH2"))
                await client.AuthenticateAsync(new SaslMechanismOAuth2(user, await tokens.ReadAsync(cancellation)), cancellation);
            else
                throw new NotSupportedException();
        }
        catch (NotSupportedException fault)
        {
            throw new MailException(new(MailFailureKind.SignInNotOffered, settings.Server), fault);
        }
        catch (AuthenticationException)
        {
            tokens?.Forget();
            throw;
        }
    }
}
