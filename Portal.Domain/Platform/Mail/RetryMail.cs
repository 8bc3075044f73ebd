using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Platform.Mail;

/// <summary>A given-up email was queued again.</summary>
public sealed record EmailRetried(Guid MailId, string Kind) : IEvent;

/// <summary>Queues a given-up email again.</summary>
public sealed class RetryMail(PortalDb db, TimeProvider clock)
{
    /// <summary>Retries the email. Has no effect if it was sent or is still waiting.</summary>
    public async Task<Outcome> ExecuteAsync(Guid mailId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.RunJobs) is { } refusal)
            return refusal;
        var mail = await db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == mailId, cancellation);
        if (mail is null)
            return new Outcome.NotFound();
        if (mail.FailedAt is null)
            return Outcome.Done;
        if (MailKinds.OfTheirMoment.Contains(mail.Kind))
            return new Outcome.Refused("You can't resend an agency letter from here, because its privacy release may no longer be in effect. Open the case and write a new letter.");
        var now = clock.GetUtcNow().UtcDateTime;
        mail.TryAgain(now);
        db.Record(this, now, actor, mail.CaseId, new EmailRetried(mail.Id, mail.Kind));
        return await db.CommitAsync(cancellation);
    }
}
