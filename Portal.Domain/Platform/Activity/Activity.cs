using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Activity;

/// <summary>
/// Something that happened. Entries are never changed or deleted and serve as timeline, audit trail, and history.
/// The payload holds only ids and codes, no personal data, so that a person can be erased without breaking the chain.
/// </summary>
public sealed class ActivityEntry : IAppendOnly
{
    /// <summary>A version-7 id, so entries sort by time.</summary>
    public Guid Id { get; init; }

    /// <summary>The case it belongs to, if any.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime OccurredAt { get; init; }

    /// <summary>What kind of actor did it.</summary>
    public ActorKind ActorKind { get; init; }

    /// <summary>The staff member, or the case whose session acted; null for jobs.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The operation or job that did it.</summary>
    public required string Operation { get; init; }

    /// <summary>The event's type name.</summary>
    public required string EventName { get; init; }

    /// <summary>The version of the payload's format.</summary>
    public int EventVersion { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }
}

/// <summary>Marks an entry that isn't in the chain yet; the sealing job removes the mark.</summary>
public sealed class UnsealedActivity
{
    /// <summary>The entry.</summary>
    public Guid ActivityId { get; init; }
}

/// <summary>One link of the hash chain over all entries, in the order they were sealed.</summary>
public sealed class ActivitySeal : IAppendOnly
{
    /// <summary>1, 2, 3, and so on, without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>The entry in this link.</summary>
    public Guid ActivityId { get; init; }

    /// <summary>SHA-256 over the previous hash and every column of the entry, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was sealed, UTC.</summary>
    public DateTime SealedAt { get; init; }
}

internal sealed class ActivityMapping :
    IEntityTypeConfiguration<ActivityEntry>, IEntityTypeConfiguration<UnsealedActivity>, IEntityTypeConfiguration<ActivitySeal>
{
    public void Configure(EntityTypeBuilder<ActivityEntry> entry)
    {
        entry.ToTable("Activity");
        entry.Property(e => e.Operation).HasMaxLength(80);
        entry.Property(e => e.EventName).HasMaxLength(80);
        entry.HasIndex(e => new { e.CaseId, e.Id });
        entry.HasIndex(e => new { e.ActorId, e.Id });
        entry.HasIndex(e => new { e.EventName, e.Id });
    }

    public void Configure(EntityTypeBuilder<UnsealedActivity> row) => row.ToTable("UnsealedActivity").HasKey(e => e.ActivityId);

    public void Configure(EntityTypeBuilder<ActivitySeal> seal)
    {
        seal.ToTable("ActivitySeal").HasKey(e => e.Sequence);
        seal.Property(e => e.Sequence).ValueGeneratedNever();
        seal.Property(e => e.Hash).HasMaxLength(64);
        seal.HasIndex(e => e.ActivityId).IsUnique();
    }
}
