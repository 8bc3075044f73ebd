using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.MailRoom;

/// <summary>
/// Stores every email that arrived in the office's mailbox, as it came. It's marked as read there only once it's stored, and nothing
/// is ever deleted there, so a crash at any moment loses nothing; the digest keeps the second reading from storing it twice.
/// </summary>
[Recurring("Read the office's mailbox", Minutes = 1)]
public sealed class MailboxJob(IOfficeMailbox mailbox, PortalDb db, Vault vault, IDocumentStore store, Calendars calendars, TimeProvider clock) : ISweep
{
    /// <summary>Days before its first use that a mailbox is read.</summary>
    public const int DaysBefore = 14;

    // Few, so that what was stored is soon marked as read.
    private const int Batch = 50;

    /// <summary>Returns how many emails were stored.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!mailbox.IsSetUp)
            return 0;
        await using var open = await mailbox.OpenAsync(cancellation);
        var name = db.IndexOf("mailbox", $"{mailbox.Setup.Where}/{mailbox.Setup.UserName}");
        var place = await PlaceAsync(name, cancellation);
        var numbers = await open.ListAsync(place.LastUnder(open.Numbering), place.Since, cancellation);
        var stored = 0;
        foreach (var batch in numbers.Chunk(Batch))
        {
            foreach (var number in batch)
                stored += await StoreAsync(open, name, number, cancellation) ? 1 : 0;
            await open.MarkStoredAsync(batch, cancellation);
        }

        (await PlaceAsync(name, cancellation)).ReadAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
        return stored;
    }

    private async Task<MailboxPlace> PlaceAsync(string name, CancellationToken cancellation)
    {
        if (await db.Set<MailboxPlace>().FindAsync([name], cancellation) is { } known)
            return known;
        var now = clock.GetUtcNow().UtcDateTime;
        var place = new MailboxPlace { Mailbox = name, Since = (await calendars.ReadAsync(cancellation)).DayOf(now).AddDays(-DaysBefore), ReadAt = now };
        db.Add(place);
        return place;
    }

    private async Task<bool> StoreAsync(IOpenMailbox open, string name, uint number, CancellationToken cancellation)
    {
        var item = await open.ReadAsync(number, ReceivedMail.MostBytes, cancellation);
        string? blob = null;
        if (item is not null)
        {
            var email = EmailReader.Read(item.Bytes);
            var digest = db.IndexOf("received mail", email.Digest);
            if (!await db.Set<ReceivedMail>().AnyAsync(m => m.DigestIndex == digest, cancellation))
                blob = await AddAsync(item, email, digest, cancellation);
        }

        (await PlaceAsync(name, cancellation)).Pass(open.Numbering, number);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception) when (blob is not null)
        {
            await store.DeleteAsync(blob, CancellationToken.None);
            throw;
        }

        db.ChangeTracker.Clear();
        return blob is not null;
    }

    private async Task<string> AddAsync(MailboxItem item, IncomingEmail email, string digest, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var blob = await store.PutAsync(vault.Create(id), new MemoryStream(item.Bytes, writable: false), ReceivedMail.MostBytes, cancellation);
        db.Add(new ReceivedMail
        {
            Id = id,
            DigestIndex = digest,
            ArrivedAt = item.ArrivedAt,
            StoredAt = now.UtcDateTime,
            From = email.From,
            FromName = email.FromName,
            Subject = email.Subject,
            Text = email.Text,
            FileNames = string.Join('\n', email.Files.Select(f => f.Name.ReplaceLineEndings(" "))),
            StoredName = blob.Name,
            IsWhole = item.IsWhole,
            IsAutomatic = email.IsAutomatic,
        });
        return blob.Name;
    }
}
