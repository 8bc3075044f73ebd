using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Routing;

/// <summary>The routing rules were changed by a file.</summary>
public sealed record RoutingRulesImported(int Added, int Changed, int Removed) : IEvent;

/// <summary>Changes the routing rules as a file says, all of them or none. Each rule is recorded like one that was edited.</summary>
public sealed class ImportRoutingRules(PortalDb db, RoutingImport import, TimeProvider clock)
{
    /// <summary>The file, and the rules as the preview saw them.</summary>
    /// <param name="File">The text of the file.</param>
    /// <param name="Removes">Whether rules that the file doesn't have are removed.</param>
    /// <param name="Seen">The rules as the preview saw them (<see cref="RoutingPreview.Seen"/>).</param>
    public sealed record Command(string File, bool Removes, string Seen);

    /// <summary>How many rules were added, changed, and removed.</summary>
    public sealed record Imported(int Added, int Changed, int Removed) : Outcome.Success;

    /// <summary>Imports them. The same file a second time changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditRouting) is { } refusal)
            return refusal;
        var preview = await import.CompareAsync(command.File, command.Removes, cancellation);
        if (preview.Problems is [var problem, ..])
            return new Outcome.Refused("Line {0}: {1}", problem.Line, problem.Why);
        if (preview.Changes.Count == 0)
            return new Imported(0, 0, 0);
        if (preview.Seen != command.Seen)
            return new Outcome.Stale();
        var now = clock.GetUtcNow().UtcDateTime;
        var rules = await db.Set<RoutingRule>().ToDictionaryAsync(r => r.Id, cancellation);
        foreach (var (stored, wanted) in preview.Pairs)
            Take(stored is null ? null : rules[stored.Id], wanted, now, actor);
        int Count(RuleChangeKind kind) => preview.Changes.Count(c => c.Kind == kind);
        var imported = new Imported(Count(RuleChangeKind.Added), Count(RuleChangeKind.Changed), Count(RuleChangeKind.Removed));
        db.Record(this, now, actor, null, new RoutingRulesImported(imported.Added, imported.Changed, imported.Removed));
        return await db.CommitAsync(cancellation, imported);
    }

    private void Take(RoutingRule? rule, RoutingRule? wanted, DateTime now, Actor actor)
    {
        if (wanted is null)
        {
            db.Remove(rule!);
            db.Record(this, now, actor, null, new RoutingRuleRemoved(rule!.Id));
            return;
        }

        if (rule is null)
            db.Add(rule = new RoutingRule { Id = Guid.CreateVersion7(new DateTimeOffset(now)), Name = wanted.Name });
        (rule.Name, rule.Aspect, rule.Position, rule.Enabled) = (wanted.Name, wanted.Aspect, wanted.Position, wanted.Enabled);
        (rule.AtLeast, rule.Language, rule.AgencyCode) = (wanted.AtLeast, wanted.Language, wanted.AgencyCode);
        (rule.TopicPrefix, rule.ZipPrefix, rule.AssigneeId) = (wanted.TopicPrefix, wanted.ZipPrefix, wanted.AssigneeId);
        db.Record(this, now, actor, null, new RoutingRuleSaved(rule.Id, rule.Aspect, rule.Enabled));
    }
}
