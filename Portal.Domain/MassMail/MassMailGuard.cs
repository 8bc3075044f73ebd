using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform;

namespace Portal.Domain.MassMail;

/// <summary>Pieces of one text that are about to go out.</summary>
/// <param name="TextMark">The text's mark.</param>
/// <param name="Pieces">How many.</param>
/// <param name="Asked">Whether the people asked for it, such as an answer to their request or news they signed up for.</param>
/// <param name="EventId">The event they belong to, for its disaster exception.</param>
public sealed record MassPieces(string TextMark, int Pieces, bool Asked, Guid EventId);

/// <summary>What the guard says about pieces that are about to go out.</summary>
/// <param name="Before">Unasked pieces of the text that went out this legislative year.</param>
/// <param name="After">The same with the ones about to go out.</param>
public sealed record MassFinding(int Before, int After)
{
    /// <summary>Whether they were asked for, so that nothing is added.</summary>
    public required bool Asked { get; init; }

    /// <summary>The approval of the text; null for none.</summary>
    public MassApproval? Approval { get; init; }

    /// <summary>The election before which no mass communication goes out today; null for none.</summary>
    public Election? Blackout { get; init; }

    /// <summary>The disaster exception of the event; null for none.</summary>
    public DisasterException? Exception { get; init; }

    /// <summary>Whether it's a mass communication.</summary>
    public bool IsMass => !Asked && After >= MassMailRules.Current.Pieces;

    /// <summary>Whether it has to wait for an approval.</summary>
    public bool NeedsApproval => IsMass && Approval is null && Exception is null;

    /// <summary>Whether it has to wait until after an election.</summary>
    public bool IsBlackedOut => IsMass && Blackout is not null && Exception is null;

    /// <summary>Why nothing may be sent; null when it may.</summary>
    public Outcome.Refused? Stop => IsBlackedOut
        ? new Outcome.Refused("This would be a mass communication within {0} days before an election. Wait until after {1}.", MassMailRules.Current.BlackoutDays, Blackout!.Day)
        : NeedsApproval
            ? new Outcome.Refused("This would bring the unsolicited copies of this text to {0}. At {1} or more, record the approval before you send.", After, MassMailRules.Current.Pieces)
            : null;
}

/// <summary>Counts identical pieces that nobody asked for, and stops before there are too many.</summary>
public sealed class MassMailGuard(PortalDb db, Calendars calendars)
{
    /// <summary>Checks pieces that are about to go out.</summary>
    public async Task<MassFinding> CheckAsync(MassPieces pieces, DateTime now, CancellationToken cancellation)
    {
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        var year = MassMailRules.YearOf(today);
        var before = await db.Set<MassCount>().Where(c => c.Year == year && c.TextMark == pieces.TextMark).Select(c => c.Unasked).SingleOrDefaultAsync(cancellation);
        var latest = today.AddDays(MassMailRules.Current.BlackoutDays);
        return new(before, before + (pieces.Asked ? 0 : pieces.Pieces))
        {
            Asked = pieces.Asked,
            Approval = await db.Set<MassApproval>().AsNoTracking().Where(a => a.TextMark == pieces.TextMark).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellation),
            Blackout = await db.Set<Election>().AsNoTracking()
                .Where(e => e.OnBallot && e.Day >= today && e.Day <= latest).OrderBy(e => e.Day).FirstOrDefaultAsync(cancellation),
            Exception = await db.Set<DisasterException>().AsNoTracking().SingleOrDefaultAsync(e => e.EventId == pieces.EventId, cancellation),
        };
    }

    /// <summary>
    /// Adds the pieces to the count, in the save of the operation that sends them; false when somebody else sent the same text since it was
    /// checked. Of two that count it at once, one is stale, so they can't pass the limit together.
    /// </summary>
    public async Task<bool> CountAsync(MassPieces pieces, MassFinding seen, string title, DateTime now, CancellationToken cancellation)
    {
        var year = MassMailRules.YearOf((await calendars.ReadAsync(cancellation)).DayOf(now));
        var count = await db.Set<MassCount>().SingleOrDefaultAsync(c => c.Year == year && c.TextMark == pieces.TextMark, cancellation);
        if ((count?.Unasked ?? 0) != seen.Before)
            return false;
        if (count is null)
            db.Add(count = new MassCount { Id = Guid.CreateVersion7(new DateTimeOffset(now)), Year = year, TextMark = pieces.TextMark, Title = title });
        if (pieces.Asked)
            count.Asked += pieces.Pieces;
        else
            count.Unasked += pieces.Pieces;
        return true;
    }
}
