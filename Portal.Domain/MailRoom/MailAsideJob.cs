using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.MailRoom;

/// <summary>Erases email that was set aside 30 days ago. It's no one's case, so there's no reason to keep it; the mailbox keeps its own copy.</summary>
[Recurring("Erase email that isn't casework", DailyAt = "03:30")]
public sealed class MailAsideJob(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock) : ISweep
{
    private const int Batch = 200;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now.AddDays(-ReceivedMail.DaysAside);
        var erased = 0;
        while (await DueAsync(before, cancellation) is { Count: > 0 } due)
        {
            foreach (var mail in due)
                await vault.EraseAsync(mail.Id, cancellation);
            db.RemoveRange(due);
            db.Record(this, now, Actor.System(nameof(MailAsideJob)), null, new EmailsErased(due.Count));
            await db.SaveChangesAsync(cancellation);
            foreach (var mail in due)
                await store.DeleteAsync(mail.StoredName, CancellationToken.None);
            db.ChangeTracker.Clear();
            erased += due.Count;
        }

        return erased;
    }

    private Task<List<ReceivedMail>> DueAsync(DateTime before, CancellationToken cancellation) =>
        db.Set<ReceivedMail>().Where(m => m.State == MailState.SetAside && m.SettledAt < before).OrderBy(m => m.SettledAt).Take(Batch).ToListAsync(cancellation);
}
