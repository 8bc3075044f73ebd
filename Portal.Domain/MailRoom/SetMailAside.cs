using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.MailRoom;

/// <summary>Staff set an email aside that isn't casework. It can be taken back for 30 days; in the mailbox, it stays.</summary>
public sealed class SetMailAside(PortalDb db, TimeProvider clock)
{
    /// <summary>The email as the page saw it.</summary>
    public sealed record Command(Guid MailId, int Version);

    /// <summary>Sets it aside. Doing so twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        var mail = await db.Set<ReceivedMail>().SingleOrDefaultAsync(m => m.Id == command.MailId, cancellation);
        if (mail is null)
            return new Outcome.NotFound();
        if (mail.State == MailState.SetAside)
            return Outcome.Done;
        if (mail.Version != command.Version || mail.State != MailState.Waiting)
            return new Outcome.Stale();
        var now = clock.GetUtcNow().UtcDateTime;
        mail.SetAside(now, actor.Id);
        db.Record(this, now, actor, null, new EmailSetAside(mail.Id));
        return await db.CommitAsync(cancellation);
    }
}
