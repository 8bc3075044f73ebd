using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Facts;

/// <summary>Facts were compared with their sources.</summary>
/// <param name="Facts">Kind and code of each, such as AppealPeriod:ssa-reconsideration.</param>
public sealed record FactsVerified(IReadOnlyList<string> Facts) : IEvent;

/// <summary>Records that somebody compared facts with their sources today, many at a time. Repeating it changes nothing on the same day.</summary>
public sealed class VerifyFacts(PortalDb db, FactList facts, Calendars calendars, TimeProvider clock)
{
    /// <summary>The <see cref="Fact.Key"/>s of the facts as the page showed them.</summary>
    public sealed record Command(IReadOnlyList<string> Keys);

    /// <summary>How many were verified, and how many had changed since the page was opened and were left.</summary>
    public sealed record Verified(int Count, int Changed) : Outcome.Success;

    /// <summary>Verifies those whose wording is still the one that was shown.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditAgencies) is { } refusal)
            return refusal;
        var keys = command.Keys.ToHashSet();
        if (keys.Count == 0)
            return new Outcome.Refused("Choose at least one fact.");
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        var chosen = (await facts.ReadAsync(cancellation)).Where(f => keys.Contains(f.Key)).ToList();
        var fresh = chosen.Where(f => f.VerifiedOn != today).ToList();
        await VerifyAsync(fresh, today, actor.Id ?? Guid.Empty, cancellation);
        if (fresh.Count > 0)
            db.Record(this, now, actor, null, new FactsVerified([.. fresh.Select(f => $"{f.Kind}:{f.Code}")]));
        return await db.CommitAsync(cancellation, new Verified(chosen.Count, keys.Count - chosen.Count));
    }

    private async Task VerifyAsync(List<Fact> fresh, DateOnly today, Guid by, CancellationToken cancellation)
    {
        var checks = await db.Set<FactCheck>().ToDictionaryAsync(c => (c.Kind, c.Code), cancellation);
        var agencies = await db.Set<Agency>().ToDictionaryAsync(a => a.Code, cancellation);
        foreach (var fact in fresh)
            if (fact.Kind == FactKind.Agency)
                agencies[fact.Code].VerifiedOn = today;
            else if (checks.GetValueOrDefault((fact.Kind, fact.Code)) is { } check)
                (check.Sha256, check.CheckedOn, check.ById) = (fact.Sha256, today, by);
            else
                db.Add(new FactCheck { Kind = fact.Kind, Code = fact.Code, Sha256 = fact.Sha256, CheckedOn = today, ById = by });
    }
}
