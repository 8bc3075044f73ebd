using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Routing;

/// <summary>A case a changed rule would have assigned differently; a null name means unassigned.</summary>
public sealed record ReplayedCase(string Reference, string? From, string? To);

/// <summary>What a changed rule would have done.</summary>
public sealed record Replay(int Looked, IReadOnlyList<ReplayedCase> Elsewhere) : Outcome.Success;

/// <summary>Someone tried a rule on past cases.</summary>
public sealed record RoutingRuleTested(Guid RuleId, int Looked, int Elsewhere) : IEvent;

/// <summary>
/// Tries a rule on the newest cases with today's staff, absences, and workloads. Changes no case, but records the trial.
/// </summary>
public sealed class ReplayRouting(PortalDb db, Calendars calendars, RoutingFacts facts, TimeProvider clock)
{
    private const int MaxCases = 200;

    /// <summary>Compares the current rules with the rules where <paramref name="changed"/> replaces the one with its id.</summary>
    public async Task<Outcome> ExecuteAsync(RoutingRule changed, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditRouting) is { } refusal)
            return refusal;
        var rules = await db.Set<RoutingRule>().AsNoTracking().ToListAsync(cancellation);
        List<RoutingRule> wanted = [.. rules.Where(r => r.Id != changed.Id), changed];
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        var staff = await facts.CandidatesAsync(today, cancellation);
        var names = staff.ToDictionary(s => s.Id, s => s.Name);
        var cases = await db.Set<Case>().AsNoTracking().OrderByDescending(c => c.Id).Take(MaxCases).ToListAsync(cancellation);
        var elsewhere = new List<ReplayedCase>();
        foreach (var @case in cases)
        {
            var known = await facts.OfAsync(@case, cancellation);
            var (before, after) = (Router.Decide(known, rules, staff).AssigneeId, Router.Decide(known, wanted, staff).AssigneeId);
            if (before != after)
                elsewhere.Add(new(@case.Reference, Name(before), Name(after)));
        }

        db.Record(this, now, actor, null, new RoutingRuleTested(changed.Id, cases.Count, elsewhere.Count));
        return await db.CommitAsync(cancellation, new Replay(cases.Count, elsewhere));

        string? Name(Guid? id) => id is { } who ? names.GetValueOrDefault(who) : null;
    }
}
