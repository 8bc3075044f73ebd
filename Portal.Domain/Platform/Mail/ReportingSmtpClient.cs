using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Portal.Domain.Platform.Mail;

/// <summary>Requests delivery failure reports, where supported, under the id of the email's row (RFC 3461).</summary>
internal sealed class ReportingSmtpClient : SmtpClient
{
    // A report doesn't need to include the text.
    public ReportingSmtpClient() => DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;

    protected override string? GetEnvelopeId(MimeMessage message) => message.MessageId?.Split('@')[0];

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
        DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;
}
