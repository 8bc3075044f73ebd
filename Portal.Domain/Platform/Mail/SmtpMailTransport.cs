using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Portal.Domain.Platform.Mail;

/// <summary>How to reach the mail server.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">587 with STARTTLS as a rule; 465 (implicit TLS) is not spoken by this transport.</param>
/// <param name="StartTls">Whether to demand STARTTLS.</param>
/// <param name="UserName">For authentication; null for none.</param>
/// <param name="Password">For authentication.</param>
public sealed record SmtpSettings(string Host, int Port, bool StartTls, string? UserName, string? Password)
{
    /// <summary>What is wrong with the settings, as a sentence; null when nothing is.</summary>
    public string? Problem => Port == 465
        ? "Email server port 465 (implicit TLS) isn't supported. Use port 587 with STARTTLS."
        : string.IsNullOrWhiteSpace(Host) ? "The email server's host name is missing (Portal:Mail:Host)." : null;
}

/// <summary>Speaks SMTP with System.Net.Mail, in the place of MailKit (ADR 0007).</summary>
public sealed class SmtpMailTransport(SmtpSettings settings) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async Task SendAsync(MailEnvelope mail, CancellationToken cancellation)
    {
        if (settings.Problem is { } problem)
            throw new InvalidOperationException(problem);
        using var message = new MailMessage { From = new MailAddress(mail.From, mail.FromName, Encoding.UTF8), Subject = mail.Subject, SubjectEncoding = Encoding.UTF8 };
        message.To.Add(new MailAddress(mail.To));
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Content-Language", mail.Language);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Text, new ContentType("text/plain; charset=utf-8")));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, new ContentType("text/html; charset=utf-8")));
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.UserName is { Length: > 0 } user)
            client.Credentials = new NetworkCredential(user, settings.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (SmtpFailedRecipientException refused) when ((int)refused.StatusCode is >= 550 and < 560)
        {
            throw new MailRefusedException(refused.Message, refused);
        }
    }
}
