using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Signs someone in with a demo link; its page exists only in Development.</summary>
public sealed class SignInWithDemoLink(PortalDb db, DemoLinks links, StaffSession session, TimeProvider clock)
{
    /// <summary>Owner of the link; null if it was used or expired. Looking it up doesn't use it up.</summary>
    public Task<StaffMember?> FindAsync(string token, CancellationToken cancellation) => MemberAsync(links.Find(token), cancellation);

    /// <summary>Uses up the link and opens the session.</summary>
    public async Task<Outcome> ExecuteAsync(string token, CancellationToken cancellation)
    {
        if (await MemberAsync(links.Consume(token), cancellation) is not { } member)
            return new Outcome.NotFound();
        db.Record(this, clock.GetUtcNow().UtcDateTime, StaffSession.ActorFor(member), null, new StaffSignedIn(member.Id, "demo link"));
        if (await db.CommitAsync(cancellation) is { Succeeded: false } refused)
            return refused;
        await session.OpenAsync(member, SignInProof.Demo);
        return Outcome.Done;
    }

    private async Task<StaffMember?> MemberAsync(Guid? id, CancellationToken cancellation) =>
        await db.Set<StaffMember>().SingleOrDefaultAsync(s => s.Id == id && s.DisabledAt == null, cancellation);
}
