using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain.Routing;

/// <summary>A routing rule was added or changed.</summary>
public sealed record RoutingRuleSaved(Guid RuleId, RoutingAspect Aspect, bool Enabled) : IEvent;

/// <summary>A routing rule was removed.</summary>
public sealed record RoutingRuleRemoved(Guid RuleId) : IEvent;

/// <summary>Adds, changes, or removes a routing rule.</summary>
public sealed class SaveRoutingRule(PortalDb db, TimeProvider clock)
{
    /// <summary>The rule as entered; a new rule has a new id.</summary>
    public sealed record Command(Guid Id, int? Version, string Name, RoutingAspect Aspect, int Position)
    {
        /// <summary>Whether it is in use.</summary>
        public bool Enabled { get; init; }

        /// <summary>Only cases of this priority or a higher one; null for all.</summary>
        public Priority? AtLeast { get; init; }

        /// <summary>Only this language; null for all.</summary>
        public string? Language { get; init; }

        /// <summary>Only this agency; null for all.</summary>
        public string? AgencyCode { get; init; }

        /// <summary>Only topics whose code starts with this; null for all.</summary>
        public string? TopicPrefix { get; init; }

        /// <summary>Only ZIP codes that start with this; null for all.</summary>
        public string? ZipPrefix { get; init; }

        /// <summary>Who gets matching cases; null when the aspect determines it.</summary>
        public Guid? AssigneeId { get; init; }

        /// <summary>Whether to remove the rule.</summary>
        public bool Remove { get; init; }
    }

    /// <summary>Saves or removes the rule.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditRouting) is { } refusal)
            return refusal;
        var rule = await db.Set<RoutingRule>().SingleOrDefaultAsync(r => r.Id == command.Id, cancellation);
        if (rule is not null && command.Version is { } seen && seen != rule.Version)
            return new Outcome.Stale();
        if (command.Remove)
            return await RemoveAsync(rule, actor, cancellation);
        // Someone else removed the rule while it was being edited here.
        if (rule is null && command.Version is not null)
            return new Outcome.Stale();
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > 120)
            return new Outcome.Refused("Enter a rule name of 120 characters or fewer.");
        if (command.AssigneeId is { } who
            && !await db.Set<StaffMember>().AnyAsync(s => s.Id == who && s.DisabledAt == null, cancellation))
            return new Outcome.Refused("That person no longer works here. Choose someone else.");
        if (rule is null)
            db.Add(rule = new RoutingRule { Id = command.Id, Name = command.Name });
        (rule.Name, rule.Aspect, rule.Position, rule.Enabled) = (command.Name.Trim(), command.Aspect, command.Position, command.Enabled);
        (rule.AtLeast, rule.Language, rule.AgencyCode) = (command.AtLeast, Blank(command.Language), Blank(command.AgencyCode));
        (rule.TopicPrefix, rule.ZipPrefix, rule.AssigneeId) = (Blank(command.TopicPrefix), Blank(command.ZipPrefix), command.AssigneeId);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new RoutingRuleSaved(rule.Id, rule.Aspect, rule.Enabled));
        return await db.CommitAsync(cancellation);
    }

    private async Task<Outcome> RemoveAsync(RoutingRule? rule, Actor actor, CancellationToken cancellation)
    {
        if (rule is null)
            return Outcome.Done;
        db.Remove(rule);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new RoutingRuleRemoved(rule.Id));
        return await db.CommitAsync(cancellation);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
