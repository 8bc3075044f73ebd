using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Mail;

/// <summary>
/// After a rotation, seals email that belongs to no case with the newest master key, so that the older one can be retired.
/// Email of a case is sealed with the case's own key.
/// </summary>
[Recurring("Move email of no case to the newest master key", Hours = 6)]
public sealed class MailUnderOlderKeyJob(PortalDb db, MasterKeys keys) : ISweep
{
    private const int Batch = 200;

    /// <summary>Returns the number of emails sealed anew.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (keys.Ids.Count == 1)
            return 0;
        var (last, moved) = (Guid.Empty, 0);
        while (await NextAsync(last, cancellation) is { Count: > 0 } mails)
        {
            foreach (var mail in mails.Where(m => m.Recipient.IsUnderOlderKey(keys) || m.Payload.IsUnderOlderKey(keys)))
            {
                mail.Reseal();
                moved++;
            }

            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            last = mails[^1].Id;
        }

        return moved;
    }

    private Task<List<OutgoingMail>> NextAsync(Guid last, CancellationToken cancellation) =>
        db.Set<OutgoingMail>().Where(m => m.CaseId == null && m.Id > last).OrderBy(m => m.Id).Take(Batch).ToListAsync(cancellation);
}
