using System.Net;
using System.Text;
using MailKit;
using MailKit.Security;

namespace Portal.Domain.Platform.Mail;

/// <summary>Connects to a mail server, to send or to read, and signs in.</summary>
internal static class MailLine
{
    /// <summary>Connects the client and signs in. A client that can't connect is disposed.</summary>
    /// <exception cref="MailException">Why it can't be done now.</exception>
    public static async Task OpenAsync(MailService client, MailServerSettings settings, AccessTokens? tokens, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(settings.Patience);
        CertificateCheck? certificates = null;
        try
        {
            if (settings.Problem is { } problem)
                throw new MailException(problem);
            certificates = CertificateCheck.For(settings);
            client.ServerCertificateValidationCallback = certificates.Accepts;
            await client.ConnectAsync(settings.Host, settings.Port, Encryption(settings), timeout.Token);
            await SignInAsync(client, settings, tokens, timeout.Token);
        }
        catch (Exception fault)
        {
            client.Dispose();
            if (cancellation.IsCancellationRequested)
                throw;
            var failure = certificates?.Problem is { } distrusted
                ? new MailFailure(distrusted, settings.Host)
                : ServerFailures.WhileConnecting(fault, settings);
            throw new MailException(failure with { Section = settings.Section }, fault);
        }
    }

    private static SecureSocketOptions Encryption(MailServerSettings settings) => settings.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static async Task SignInAsync(MailService client, MailServerSettings settings, AccessTokens? tokens, CancellationToken cancellation)
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
