using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Platform.Mail;

/// <summary>
/// A mail, as a record named for the event it tells of. It holds no personal or medical content:
/// it says that there is something to read and where.
/// </summary>
public interface IMail
{
    /// <summary>Writes it in the reader's language.</summary>
    MailText Write(MailDesk desk);
}

/// <summary>A mail somebody waits for in front of a page; it goes before all others.</summary>
public interface IAwaitedMail : IMail
{
    /// <summary>Later than this after it was queued it would only mislead, and is not sent.</summary>
    TimeSpan UsefulFor { get; }
}

/// <summary>Queues mails in the save of the operation.</summary>
public static class Queueing
{
    /// <summary>
    /// Queues <paramref name="mail"/>. <paramref name="cause"/> is the event or row it tells of:
    /// the same mail for the same cause and recipient goes out once, however often it is queued.
    /// </summary>
    public static void Queue(
        this PortalDb db, DateTime now, IMail mail, string recipient, string language, Guid? caseId, Guid cause) =>
        db.Add(new OutgoingMail
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = caseId,
            Kind = mail.GetType().Name,
            Key = KeyOf(mail.GetType(), recipient, cause),
            Recipient = recipient,
            Language = language,
            Payload = JsonSerializer.Serialize(mail, mail.GetType(), EventJson.Options),
            QueuedAt = now,
            DueAt = now,
        });

    /// <summary>Whether that mail for that cause was queued for the recipient before.</summary>
    public static Task<bool> IsQueuedAsync<TMail>(this PortalDb db, string recipient, Guid cause, CancellationToken cancellation)
        where TMail : IMail
    {
        var key = KeyOf(typeof(TMail), recipient, cause);
        return db.Set<OutgoingMail>().AnyAsync(m => m.Key == key, cancellation);
    }

    private static string KeyOf(Type mail, string recipient, Guid cause) => $"{mail.Name}/{cause:N}/{Fingerprint(recipient)}";

    private static string Fingerprint(string recipient) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(recipient.ToUpperInvariant())))[..16];
}
