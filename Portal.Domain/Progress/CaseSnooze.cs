using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Progress;

/// <summary>
/// Keeps a case out of a caseworker's list until a day. It never hides what is due, and whatever anyone else does in the case ends it.
/// </summary>
public sealed class CaseSnooze : IVersioned
{
    /// <summary>The case. There is one row for each case that was ever snoozed.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The day on which the case comes back; null once it was woken by hand.</summary>
    public DateOnly? UntilOn { get; private set; }

    /// <summary>When it was snoozed, UTC. Whatever happens in the case after that wakes it.</summary>
    public DateTime At { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Snoozes it until a day; null wakes it.</summary>
    public void Set(DateOnly? until, DateTime now) => (UntilOn, At) = (until, now);
}

/// <summary>A case was put off until a day.</summary>
public sealed record CaseSnoozed(DateOnly UntilOn) : IEvent;

/// <summary>A case that was put off came back before its day, by hand.</summary>
public sealed record CaseWoken : IEvent;

/// <summary>Reads which cases are snoozed.</summary>
public static class Snoozing
{
    /// <summary>The day until which a case is snoozed; null when it isn't.</summary>
    public static async Task<DateOnly?> SnoozedUntilAsync(this PortalDb db, Guid id, DateOnly today, CancellationToken cancellation) =>
        (await db.SnoozedAsync([id], today, cancellation)).TryGetValue(id, out var until) ? until : null;

    /// <summary>The day until which each of these cases is snoozed; those that something happened in since then are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DateOnly>> SnoozedAsync(
        this PortalDb db, IReadOnlyCollection<Guid> ids, DateOnly today, CancellationToken cancellation) =>
        await db.Set<CaseSnooze>().Where(s => EF.Parameter(ids).Contains(s.CaseId) && s.UntilOn > today)
            .Where(s => !db.Set<ActivityEntry>().Any(e => e.CaseId == s.CaseId && e.OccurredAt > s.At && e.EventName != nameof(CasePageOpened)))
            .ToDictionaryAsync(s => s.CaseId, s => s.UntilOn!.Value, cancellation);
}

internal sealed class CaseSnoozeMapping : IEntityTypeConfiguration<CaseSnooze>
{
    public void Configure(EntityTypeBuilder<CaseSnooze> snooze)
    {
        snooze.ToTable("CaseSnooze");
        snooze.HasKey(s => s.CaseId);
        snooze.Property(s => s.CaseId).ValueGeneratedNever();
        snooze.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
