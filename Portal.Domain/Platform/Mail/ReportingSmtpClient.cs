using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Portal.Domain.Platform.Mail;

/// <summary>Asks a server that can to report what could not be delivered, under the id of the mail's row (RFC 3461).</summary>
internal sealed class ReportingSmtpClient : SmtpClient
{
    // A report need not carry the text back.
    public ReportingSmtpClient() => DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;

    protected override string? GetEnvelopeId(MimeMessage message) => message.MessageId?.Split('@')[0];

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
        DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;
}
