using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Routing;

/// <summary>What a rule looks at. The order of routing is the order of these values (casework.md "Triage").</summary>
public enum RoutingAspect
{
    /// <summary>Emergencies; without a name, they go to the casework managers who are there.</summary>
    Emergency,

    /// <summary>The caseworker who has the same person's open case.</summary>
    SamePerson,

    /// <summary>A language the person speaks.</summary>
    Language,

    /// <summary>An agency or a topic somebody knows best.</summary>
    Topic,

    /// <summary>Who has the fewest open cases and is not away.</summary>
    Load,

    /// <summary>The office nearest to the person.</summary>
    Location,
}

/// <summary>
/// One row of the routing table that staff edit. Conditions that are empty always hold; a rule that names nobody
/// prefers everyone to whom its aspect applies.
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

    /// <summary>Only topics whose code begins so; null for all.</summary>
    public string? TopicPrefix { get; set; }

    /// <summary>Only ZIP codes that begin so; null for all.</summary>
    public string? ZipPrefix { get; set; }

    /// <summary>Who gets such cases; null when the aspect itself says who.</summary>
    public Guid? AssigneeId { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>Why a case went to whom. Kept for ever, with every reason in words.</summary>
public sealed class RoutingDecision
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime DecidedAt { get; init; }

    /// <summary>Who got it; null when nobody could.</summary>
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
