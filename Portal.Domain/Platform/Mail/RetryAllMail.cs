using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Platform.Mail;

/// <summary>Queues all given-up emails again, after a fault that affected them all.</summary>
public sealed class RetryAllMail(PortalDb db, TimeProvider clock)
{
    private const int MaxAtOnce = 1_000;

    /// <summary>Retries the oldest first, up to a thousand at a time, but no letters to agencies. Has no effect when there are none.</summary>
    public async Task<Outcome> ExecuteAsync(Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.RunJobs) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var mail in await db.Set<OutgoingMail>().Where(m => m.FailedAt != null && !MailKinds.OfTheirMoment.Contains(m.Kind)).OrderBy(m => m.FailedAt).Take(MaxAtOnce).ToListAsync(cancellation))
        {
            mail.TryAgain(now);
            db.Record(this, now, actor, mail.CaseId, new EmailRetried(mail.Id, mail.Kind));
        }

        return await db.CommitAsync(cancellation);
    }
}
