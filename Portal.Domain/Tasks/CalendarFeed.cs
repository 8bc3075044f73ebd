using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Tasks;

/// <summary>
/// The secret address under which a calendar program reads one person's calendar. Only its hash is stored. A new address makes the old one
/// worthless.
/// </summary>
public sealed class CalendarFeed
{
    /// <summary>Whose calendar it is.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>The hash of the secret.</summary>
    public required string TokenHash { get; set; }

    /// <summary>When the address was made, UTC.</summary>
    public DateTime MadeAt { get; set; }
}

/// <summary>A new address for a calendar was made.</summary>
public sealed record CalendarAddressMade(Guid StaffId) : IEvent;

/// <summary>The address of a calendar was revoked.</summary>
public sealed record CalendarAddressRevoked(Guid StaffId) : IEvent;

/// <summary>Makes a new secret address for the actor's own calendar, in place of the old one.</summary>
public sealed class MakeCalendarAddress(PortalDb db, SecretCode secrets, TimeProvider clock)
{
    internal const string Purpose = "calendar feed";

    /// <summary>The secret, which is shown once.</summary>
    public sealed record Made(string Secret) : Outcome.Success;

    /// <summary>Makes it.</summary>
    public async Task<Outcome> ExecuteAsync(Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.TakeCases) is { } refusal)
            return refusal;
        var (staff, now) = (actor.Id!.Value, clock.GetUtcNow().UtcDateTime);
        var secret = SecretCode.NewToken();
        var hash = secrets.Hash(Purpose, "", secret);
        if (await db.Set<CalendarFeed>().SingleOrDefaultAsync(f => f.StaffId == staff, cancellation) is { } feed)
            (feed.TokenHash, feed.MadeAt) = (hash, now);
        else
            db.Add(new CalendarFeed { StaffId = staff, TokenHash = hash, MadeAt = now });
        db.Record(this, now, actor, null, new CalendarAddressMade(staff));
        return await db.CommitAsync(cancellation, new Made(secret));
    }
}

/// <summary>Revokes the secret address of the actor's own calendar.</summary>
public sealed class RevokeCalendarAddress(PortalDb db, TimeProvider clock)
{
    /// <summary>Revokes it. Revoking it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.TakeCases) is { } refusal)
            return refusal;
        if (await db.Set<CalendarFeed>().SingleOrDefaultAsync(f => f.StaffId == actor.Id, cancellation) is not { } feed)
            return Outcome.Done;
        db.Remove(feed);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new CalendarAddressRevoked(feed.StaffId));
        return await db.CommitAsync(cancellation);
    }
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("CalendarFeed").HasKey(f => f.StaffId);
        feed.Property(f => f.StaffId).ValueGeneratedNever();
        feed.Property(f => f.TokenHash).HasMaxLength(64);
        feed.HasIndex(f => f.TokenHash).IsUnique();
        feed.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
