using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Platform.Mail;

/// <summary>
/// An email, as a record named for the event it reports. It has no personal or medical content:
/// it says that there's something to read, and where.
/// </summary>
public interface IMail
{
    /// <summary>Writes the email in the reader's language.</summary>
    MailText Write(MailDesk desk);
}

/// <summary>An email someone is waiting for on a page. It's sent before all others.</summary>
public interface IAwaitedMail : IMail
{
    /// <summary>How long after queueing it's still useful. After that it would only mislead, so it isn't sent.</summary>
    TimeSpan UsefulFor { get; }
}

/// <summary>
/// An email that must not be resent after it failed, such as a letter under a release that may have been withdrawn since. Staff write a new one.
/// </summary>
public interface IMailOfItsMoment : IMail;

/// <summary>An email with files from the case's documents.</summary>
public interface IMailWithFiles : IMail
{
    /// <summary>The files, in order.</summary>
    IReadOnlyList<MailFile> Files { get; }
}

/// <summary>A file that goes along with an email.</summary>
/// <param name="StoredName">Its name in the document store, protected by the case's key.</param>
/// <param name="Name">The name the reader sees.</param>
/// <param name="ContentType">The media type.</param>
public sealed record MailFile(string StoredName, string Name, string ContentType);

/// <summary>Who an email goes to, and in which language they read it.</summary>
/// <param name="Email">The email address.</param>
/// <param name="Language">The language, en or es.</param>
public sealed record Addressee(string Email, string Language);

/// <summary>Queues emails in the same save as the operation.</summary>
public static class Queueing
{
    /// <summary>
    /// Queues <paramref name="mail"/>. <paramref name="cause"/> is the event or row it reports:
    /// the same email for the same cause and recipient is sent once, however often it's queued.
    /// </summary>
    public static void Queue(this PortalDb db, DateTime now, IMail mail, Addressee addressee, Guid? caseId, Guid cause) =>
        db.Add(new OutgoingMail
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = caseId,
            Kind = mail.GetType().Name,
            Key = db.KeyOf(mail.GetType(), addressee.Email, cause),
            Recipient = addressee.Email,
            RecipientIndex = db.RecipientIndexOf(addressee.Email),
            Language = addressee.Language,
            Payload = JsonSerializer.Serialize(mail, mail.GetType(), EventJson.Options),
            QueuedAt = now,
            DueAt = now,
        });

    /// <summary>Whether this email was already queued for that cause and recipient.</summary>
    public static Task<bool> IsQueuedAsync<TMail>(this PortalDb db, string recipient, Guid cause, CancellationToken cancellation)
        where TMail : IMail
    {
        var key = db.KeyOf(typeof(TMail), recipient, cause);
        return db.Set<OutgoingMail>().AnyAsync(m => m.Key == key, cancellation);
    }

    private static string KeyOf(this PortalDb db, Type mail, string recipient, Guid cause) =>
        $"{mail.Name}/{cause:N}/{db.RecipientIndexOf(recipient)}";

    /// <summary>The blind index of an address that mail goes to.</summary>
    public static string RecipientIndexOf(this PortalDb db, string recipient) => db.IndexOf("mail recipient", recipient.ToUpperInvariant());
}
