using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;

namespace Portal.Tests.Support;

/// <summary>Emails waiting to be sent.</summary>
public static class MailQueue
{
    /// <summary>Queues emails to person0@example.org, person1@example.org and so on.</summary>
    public static Task QueueAsync(this DomainHost office, int count) =>
        office.QueueAsync([.. Enumerable.Range(0, count).Select(i => $"person{i}@example.org")]);

    public static Task QueueAsync(this DomainHost office, params string[] recipients) => office.ReadAsync(db => db.QueueAsync(office.Clock.Utc, recipients));

    public static Task<int> QueueAsync(this PortalDb db, DateTime now, params IEnumerable<string> recipients)
    {
        foreach (var recipient in recipients)
            db.Queue(now, new TestMail(), new(recipient, "en"), null, Guid.CreateVersion7());
        return db.SaveChangesAsync();
    }
}
