namespace Portal.Domain.Platform.Mail;

/// <summary>A mail ready to leave.</summary>
public sealed record MailEnvelope(string MessageId, string From, string FromName, string To, string Language, string Subject, string Text, string Html);

/// <summary>Hands mails to a mail server. The one file to replace when MailKit becomes restorable (ADR 0007).</summary>
public interface IMailTransport
{
    /// <summary>Hands over one mail; returns when the server took it.</summary>
    /// <exception cref="MailRefusedException">The server will never take it.</exception>
    Task SendAsync(MailEnvelope mail, CancellationToken cancellation);
}

/// <summary>The server refused this mail for good: trying again is no use.</summary>
public sealed class MailRefusedException(string message, Exception? inner = null) : Exception(message, inner);
