using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>How the office reached someone whose words set off a safety alert.</summary>
public enum ReachedHow
{
    /// <summary>By phone.</summary>
    Phone,

    /// <summary>In person.</summary>
    InPerson,

    /// <summary>They wrote back.</summary>
    Message,

    /// <summary>Someone close to them is with them.</summary>
    SomeoneClose,

    /// <summary>Emergency services or the police took over.</summary>
    Emergency,

    /// <summary>Staff read it, and there's no danger: the words meant something else.</summary>
    NoDanger,
}

/// <summary>
/// Words of a constituent that may mean danger to themselves or others. It stays open, on every page of the office, until a staff
/// member records who reached the person, when, and how.
/// </summary>
public sealed class SafetyAlert : IVersioned
{
    /// <summary>How long "I'm calling now" holds, so that neither two people call nor nobody, in minutes.</summary>
    public const int CallMinutes = 15;

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>What the words may mean.</summary>
    public SafetyKind Kind { get; init; }

    /// <summary>When they arrived, UTC.</summary>
    public DateTime RaisedAt { get; init; }

    /// <summary>The message they're in; null when they're in the request itself.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>The staff member who last said they're calling; null if no one has.</summary>
    public Guid? CallerId { get; private set; }

    /// <summary>When they said so, UTC.</summary>
    public DateTime? CallingAt { get; private set; }

    /// <summary>Who reached the person; null while the alert is open.</summary>
    public Guid? ReachedById { get; private set; }

    /// <summary>When they reached the person, UTC.</summary>
    public DateTime? ReachedAt { get; private set; }

    /// <summary>How they reached the person.</summary>
    public ReachedHow? How { get; private set; }

    /// <summary>What staff wrote about it; staff only.</summary>
    public SealedText? Note { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether no one has said yet that the person was reached.</summary>
    public bool IsOpen => ReachedAt is null;

    /// <summary>Who is calling the person now; null if no one is, or their time is over.</summary>
    public Guid? CallingNow(DateTime now) => CallingAt?.AddMinutes(CallMinutes) > now ? CallerId : null;

    /// <summary>A staff member is calling now.</summary>
    public void Call(Guid staff, DateTime now) => (CallerId, CallingAt) = (staff, now);

    /// <summary>The call reached no one.</summary>
    public void EndCall() => CallingAt = null;

    /// <summary>Someone reached the person.</summary>
    public void Reach(Guid by, DateTime at, ReachedHow how, string? note) => (ReachedById, ReachedAt, How, Note) = (by, at, how, note);
}

/// <summary>Finds the alerts of a case.</summary>
internal static class SafetyAlerts
{
    /// <summary>Those whose person no one has reached yet, the oldest first, to change them.</summary>
    public static Task<List<SafetyAlert>> OpenAlertsAsync(this PortalDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<SafetyAlert>().Where(a => a.CaseId == caseId && a.ReachedAt == null).OrderBy(a => a.Id).ToListAsync(cancellation);
}

internal sealed class SafetyAlertMapping : IEntityTypeConfiguration<SafetyAlert>
{
    public void Configure(EntityTypeBuilder<SafetyAlert> alert)
    {
        alert.ToTable("SafetyAlert");
        alert.Property(a => a.Id).ValueGeneratedNever();
        alert.HasIndex(a => new { a.CaseId, a.Id });
        alert.HasIndex(a => a.RaisedAt).HasFilter("\"ReachedAt\" IS NULL");
        alert.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        alert.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.CallerId).OnDelete(DeleteBehavior.Restrict);
        alert.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.ReachedById).OnDelete(DeleteBehavior.Restrict);
    }
}
