using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Signs somebody in by a link of the demonstration; its page exists in Development only.</summary>
public sealed class SignInWithDemoLink(PortalDb db, DemoLinks links, StaffSession session, TimeProvider clock)
{
    /// <summary>Whose link it is; null when it was used or is too old. Looking consumes nothing.</summary>
    public Task<StaffMember?> FindAsync(string token, CancellationToken cancellation) => MemberAsync(links.Find(token), cancellation);

    /// <summary>Uses the link up and opens the session.</summary>
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
