using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Reveals an ID number in full and records that it was viewed.</summary>
public sealed class RevealIdentifier(PortalDb db, Vault vault, TimeProvider clock)
{
    /// <summary>The case, and either a question's id or the name of a release's ID number.</summary>
    public sealed record Command(Guid CaseId, string Name);

    /// <summary>The number.</summary>
    public sealed record Revealed(string Value) : Outcome.Success;

    /// <summary>Reveals the number.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.RevealIdentifiers, cancellation);
        if (refusal is not null)
            return refusal;
        var cipher = await vault.OpenAsync(@case.Id, cancellation);
        var request = await db.Set<HelpRequest>().AsNoTracking().SingleAsync(r => r.Id == @case.Id, cancellation);
        var value = RequestJson.Unseal(cipher, request).TopicAnswers.GetValueOrDefault(command.Name);
        if (value is null)
            foreach (var release in await db.Set<PrivacyRelease>().AsNoTracking().Where(r => r.CaseId == @case.Id).ToListAsync(cancellation))
                value ??= ReleaseJson.Details(cipher, release).Identifiers.GetValueOrDefault(command.Name);
        if (value is null)
            return new Outcome.NotFound();
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new IdNumberViewed(command.Name));
        return await db.CommitAsync(cancellation, new Revealed(value));
    }
}
