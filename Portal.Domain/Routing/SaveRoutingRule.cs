using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain.Routing;

/// <summary>A routing rule was written or changed.</summary>
public sealed record RoutingRuleSaved(Guid RuleId, RoutingAspect Aspect, bool Enabled) : IEvent;

/// <summary>A routing rule was removed.</summary>
public sealed record RoutingRuleRemoved(Guid RuleId) : IEvent;

/// <summary>Writes a routing rule, or changes one.</summary>
public sealed class SaveRoutingRule(PortalDb db, TimeProvider clock)
{
    /// <summary>The rule as the form has it; a new id for a new rule.</summary>
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

        /// <summary>Only topics whose code begins so; null for all.</summary>
        public string? TopicPrefix { get; init; }

        /// <summary>Only ZIP codes that begin so; null for all.</summary>
        public string? ZipPrefix { get; init; }

        /// <summary>Who gets such cases; null when the aspect itself says who.</summary>
        public Guid? AssigneeId { get; init; }

        /// <summary>Takes the rule away.</summary>
        public bool Remove { get; init; }
    }

    /// <summary>Saves.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditRouting) is { } refusal)
            return refusal;
        var rule = await db.Set<RoutingRule>().SingleOrDefaultAsync(r => r.Id == command.Id, cancellation);
        if (rule is not null && command.Version is { } seen && seen != rule.Version)
            return new Outcome.Stale();
        if (command.Remove)
            return await RemoveAsync(rule, actor, cancellation);
        // Changed here, removed there meanwhile.
        if (rule is null && command.Version is not null)
            return new Outcome.Stale();
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > 120)
            return new Outcome.Refused("Enter a rule name of 120 characters or fewer.");
        if (command.AssigneeId is { } who && !await db.Set<StaffMember>().AnyAsync(s => s.Id == who && s.DisabledAt == null, cancellation))
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
