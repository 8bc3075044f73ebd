using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>
/// Sends letters whose time in the outbox is over. Each is saved as sent together with its email, so a process that dies sends none
/// twice: what it left is still in the outbox.
/// </summary>
[Recurring("Send letters to agencies", Seconds = 10, Queue = JobQueue.Mail)]
public sealed class LetterDueJob(PortalDb db, SendLetter send, TimeProvider clock, ILogger<LetterDueJob> log) : ISweep
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
            try
            {
                if (await send.SendDueAsync(this, draft, cancellation) is SendLetter.Sent)
                    sent++;
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                // One that can't be sent, such as with a missing file, mustn't hold up the others.
                log.LogError(fault, "Letter {Letter} couldn't be sent", draft.Id);
                await send.ReturnAsync(this, draft.CaseId, draft.Id, cancellation);
            }

            db.ChangeTracker.Clear();
        }

        return sent;
    }
}
