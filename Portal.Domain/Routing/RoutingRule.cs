using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Routing;

/// <summary>What a rule looks at. Routing applies the aspects in this order (casework.md "Triage").</summary>
public enum RoutingAspect
{
    /// <summary>Emergencies. Unless the rule names someone, they go to the casework managers who aren't away.</summary>
    Emergency,

    /// <summary>The caseworker with an open case of the same constituent.</summary>
    SamePerson,

    /// <summary>A language the constituent speaks.</summary>
    Language,

    /// <summary>An agency or topic someone specializes in.</summary>
    Topic,

    /// <summary>Who has the fewest open cases.</summary>
    Load,

    /// <summary>The location nearest to the constituent.</summary>
    Location,
}

/// <summary>
/// A row of the routing table that staff edit. An empty condition always matches; a rule that names no one prefers everyone
/// its aspect applies to.
/// </summary>
public sealed class RoutingRule : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>What staff call it.</summary>
    public required string Name { get; set; }

    /// <summary>What it looks at.</summary>
    public RoutingAspect Aspect { get; set; }

    /// <summary>Order among rules of the same aspect.</summary>
    public int Position { get; set; }

    /// <summary>Whether it is in use.</summary>
    public bool Enabled { get; set; }

    /// <summary>Only cases of this priority or a higher one; null for all.</summary>
    public Priority? AtLeast { get; set; }

    /// <summary>Only this language: en or es; null for all.</summary>
    public string? Language { get; set; }

    /// <summary>Only this agency; null for all.</summary>
    public string? AgencyCode { get; set; }

    /// <summary>Only topics whose code starts with this; null for all.</summary>
    public string? TopicPrefix { get; set; }

    /// <summary>Only ZIP codes that start with this; null for all.</summary>
    public string? ZipPrefix { get; set; }

    /// <summary>Who gets matching cases; null when the aspect determines it.</summary>
    public Guid? AssigneeId { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>Why a case was assigned to someone. Kept forever, with every reason in words.</summary>
public sealed class RoutingDecision
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime DecidedAt { get; init; }

    /// <summary>Who got the case; null when no one was available.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>The <see cref="RoutingReason"/>s as JSON.</summary>
    public required string Reasons { get; init; }
}

internal sealed class RoutingMapping : IEntityTypeConfiguration<RoutingRule>, IEntityTypeConfiguration<RoutingDecision>
{
    public void Configure(EntityTypeBuilder<RoutingRule> rule)
    {
        rule.ToTable("RoutingRule");
        rule.Property(r => r.Id).ValueGeneratedNever();
        rule.Property(r => r.Name).HasMaxLength(120);
        rule.Property(r => r.Language).HasMaxLength(2);
        rule.Property(r => r.AgencyCode).HasMaxLength(8);
        rule.Property(r => r.TopicPrefix).HasMaxLength(80);
        rule.Property(r => r.ZipPrefix).HasMaxLength(5);
    }

    public void Configure(EntityTypeBuilder<RoutingDecision> decision)
    {
        decision.ToTable("RoutingDecision");
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.HasIndex(d => new { d.CaseId, d.Id });
    }
}
