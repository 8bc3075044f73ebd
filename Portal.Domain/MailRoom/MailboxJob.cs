using System.Text;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Domain.MailRoom;

/// <summary>
/// Stores every email that arrived in the office's mailbox, as it came. It's marked as read there only once it's stored, and nothing
/// is ever deleted there, so a crash at any moment loses nothing; the digest keeps the second reading from storing it twice.
/// </summary>
[Recurring("Read the office's mailbox", Minutes = 1)]
public sealed class MailboxJob(IOfficeMailbox mailbox, PortalDb db, MailStore store, Calendars calendars, TimeProvider clock) : ISweep
{
    /// <summary>Days before its first use that a mailbox is read.</summary>
    public const int DaysBefore = 14;

    // Few, so that what was stored is soon marked as read.
    private const int Batch = 50;
    private const int MostTries = 5;

    /// <summary>Returns how many emails were stored.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!mailbox.IsSetUp)
            return 0;
        await using var open = await mailbox.OpenAsync(cancellation);
        var name = db.IndexOf("mailbox", $"{mailbox.Setup.Where}/{mailbox.Setup.UserName}");
        var place = await PlaceAsync(name, cancellation);
        var numbers = await open.ListAsync(place.LastUnder(open.Numbering), place.SinceUnder(open.Numbering, DaysBefore), cancellation);
        if (numbers.Count == 0)
            return 0;
        // Counted before it's read, so that an email that kills the process is passed in the end.
        var gaveUp = place.Try(open.Numbering, numbers[0]) > MostTries;
        await db.SaveChangesAsync(cancellation);
        var stored = 0;
        foreach (var batch in numbers.Chunk(Batch))
        {
            var kept = new List<uint>();
            foreach (var number in batch)
            {
                var item = gaveUp && number == numbers[0] ? Placeholder(number) : await open.ReadAsync(number, ReceivedMail.MostBytes, cancellation);
                stored += await StoreAsync(item, name, open.Numbering, number, cancellation) ? 1 : 0;
                if (item is not null && !(gaveUp && number == numbers[0]))
                    kept.Add(number);
            }

            await open.MarkStoredAsync(kept, cancellation);
        }

        (await PlaceAsync(name, cancellation)).ReadAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
        return stored;
    }

    // It stays unread in the mailbox, where somebody can open it.
    private MailboxItem Placeholder(uint number) => new(
        Encoding.UTF8.GetBytes($"Subject: An email that can't be read\r\nMessage-ID: <{number}@unreadable>\r\n\r\n"), clock.GetUtcNow().UtcDateTime, IsWhole: false);

    private async Task<MailboxPlace> PlaceAsync(string name, CancellationToken cancellation)
    {
        if (await db.Set<MailboxPlace>().FindAsync([name], cancellation) is { } known)
            return known;
        var now = clock.GetUtcNow().UtcDateTime;
        var place = new MailboxPlace { Mailbox = name, Since = (await calendars.ReadAsync(cancellation)).DayOf(now).AddDays(-DaysBefore), ReadAt = now };
        db.Add(place);
        return place;
    }

    // If it can't be saved, the stored bytes are left to the job for orphaned files: the save may have succeeded without telling us.
    private async Task<bool> StoreAsync(MailboxItem? item, string name, uint numbering, uint number, CancellationToken cancellation)
    {
        var isNew = item is not null && await store.AddAsync(item, cancellation);
        (await PlaceAsync(name, cancellation)).Pass(numbering, number);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return isNew;
    }
}
