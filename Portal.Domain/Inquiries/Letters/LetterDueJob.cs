using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>
/// Sends letters whose time in the outbox is over. Each is saved as sent together with its email, so a process that dies sends none
/// twice: what it left is still in the outbox.
/// </summary>
[Recurring("Send letters to agencies", Seconds = 10, Queue = JobQueue.Mail)]
public sealed class LetterDueJob(PortalDb db, SendLetter send, TimeProvider clock) : ISweep
{
    private const int Batch = 50;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<LetterDraft>().AsNoTracking().Where(d => d.SendAt <= now).OrderBy(d => d.SendAt).Take(Batch).ToListAsync(cancellation);
        var sent = 0;
        foreach (var draft in due)
        {
            if (await send.SendDueAsync(this, draft, cancellation) is SendLetter.Sent)
                sent++;
            db.ChangeTracker.Clear();
        }

        return sent;
    }
}
