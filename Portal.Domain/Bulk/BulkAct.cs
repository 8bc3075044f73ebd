using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Bulk;

/// <summary>What is done to many cases at once.</summary>
public enum BulkDeed
{
    /// <summary>Ask the constituents for the same thing.</summary>
    Ask,

    /// <summary>Close the cases with the same words.</summary>
    Close,

    /// <summary>Put a tag on the cases.</summary>
    Tag,

    /// <summary>Take a tag off the cases.</summary>
    Untag,
}

/// <summary>
/// Something to be done to many cases at once. It waits a minute, so that it can be undone before anyone was told anything; then each case
/// gets it through the same operation as by hand, with the version that was seen.
/// </summary>
public sealed class BulkAct : IVersioned
{
    /// <summary>How long it can be undone.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>What is done.</summary>
    public BulkDeed Deed { get; init; }

    /// <summary>The words for those who read English; null when there are none.</summary>
    public SealedText? En { get; init; }

    /// <summary>The words for those who read Spanish; null when there are none.</summary>
    public SealedText? Es { get; init; }

    /// <summary>The day by which the constituents are asked to answer.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Why the cases are closed.</summary>
    public ClosingReason? Reason { get; init; }

    /// <summary>The tag that was put on or taken off.</summary>
    public Guid? TagId { get; init; }

    /// <summary>Who planned it.</summary>
    public Guid ById { get; init; }

    /// <summary>When it's done, UTC.</summary>
    public DateTime RunAt { get; init; }

    /// <summary>When it was undone or done with, UTC; null while something is left to do.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Whether it was undone.</summary>
    public bool IsCanceled { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The words in a language.</summary>
    public string? In(string language) => (language == "es" ? Es : En)?.Text;

    /// <summary>Nothing is left to do.</summary>
    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>It's undone before it began.</summary>
    public void Cancel(DateTime now) => (EndedAt, IsCanceled) = (now, true);
}

/// <summary>How far one case of a <see cref="BulkAct"/> is.</summary>
public enum BulkState
{
    /// <summary>It's still to be done.</summary>
    Waiting,

    /// <summary>It's done.</summary>
    Done,

    /// <summary>The case was left out.</summary>
    LeftOut,
}

/// <summary>One case of a <see cref="BulkAct"/>.</summary>
public sealed class BulkItem
{
    /// <summary>A version-7 id; what is sent has it as its key, so that it's sent once.</summary>
    public Guid Id { get; init; }

    /// <summary>What is done.</summary>
    public Guid ActId { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The case's version when it was chosen. A case that was changed since is left out.</summary>
    public int Seen { get; init; }

    /// <summary>How far it is.</summary>
    public BulkState State { get; set; }

    /// <summary>Why it was left out, as an English sentence; null otherwise.</summary>
    public string? Why { get; set; }
}

/// <summary>Something was planned for many cases.</summary>
public sealed record BulkPlanned(Guid ActId, BulkDeed Deed, int Cases) : IEvent;

/// <summary>It was undone.</summary>
public sealed record BulkCanceled(Guid ActId) : IEvent;

/// <summary>It's done.</summary>
public sealed record BulkDone(Guid ActId, int Done, int LeftOut) : IEvent;

internal sealed class BulkMapping : IEntityTypeConfiguration<BulkAct>, IEntityTypeConfiguration<BulkItem>
{
    public void Configure(EntityTypeBuilder<BulkAct> act)
    {
        act.ToTable("BulkAct");
        act.SealedFor(a => a.Id);
        act.Property(a => a.Id).ValueGeneratedNever();
        act.HasIndex(a => a.RunAt).HasFilter("\"EndedAt\" IS NULL");
        act.HasOne<Tag>().WithMany().HasForeignKey(a => a.TagId).OnDelete(DeleteBehavior.Restrict);
        act.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BulkItem> item)
    {
        item.ToTable("BulkItem");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.HasIndex(i => new { i.ActId, i.State });
        item.HasIndex(i => i.CaseId);
        item.HasOne<BulkAct>().WithMany().HasForeignKey(i => i.ActId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
