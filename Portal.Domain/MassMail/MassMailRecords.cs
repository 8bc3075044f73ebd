using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.MassMail;

/// <summary>The approval of a text as a mass communication was recorded.</summary>
public sealed record MassApprovalRecorded(Guid ApprovalId, DateOnly ApprovedOn) : IEvent;

/// <summary>An election was entered.</summary>
public sealed record ElectionRecorded(Guid ElectionId, ElectionKind Kind, DateOnly Day) : IEvent
{
    /// <summary>Whether the Member is on the ballot.</summary>
    public bool OnBallot { get; init; }
}

/// <summary>An election was removed.</summary>
public sealed record ElectionRemoved(Guid ElectionId, ElectionKind Kind, DateOnly Day) : IEvent;

/// <summary>The limits on mass communication were lifted for a disaster.</summary>
public sealed record DisasterExceptionRecorded(Guid EventId) : IEvent;

/// <summary>Records the approval of a text: its number, its day, and who gave it.</summary>
public sealed class RecordMassApproval(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The approval; a new id for each form.</summary>
    public sealed record Command(Guid Id, string TextMark, string Number, DateOnly ApprovedOn, string ApprovedBy);

    /// <summary>Records it. Recording it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteToMany) is { } refusal)
            return refusal;
        if (await db.Set<MassApproval>().AnyAsync(a => a.Id == command.Id, cancellation))
            return Outcome.Done;
        var (number, by) = (PlainText.Line(command.Number), PlainText.Line(command.ApprovedBy));
        if (number.Length is 0 or > 60 || by.Length is 0 or > 120)
            return new Outcome.Refused("Enter the approval's number and who gave it.");
        var now = clock.GetUtcNow().UtcDateTime;
        if (command.ApprovedOn > (await calendars.ReadAsync(cancellation)).DayOf(now))
            return new Outcome.Refused("The day of the approval is in the future. Enter the day it was given.");
        db.Add(new MassApproval
        {
            Id = command.Id,
            TextMark = command.TextMark,
            Number = number,
            ApprovedOn = command.ApprovedOn,
            ApprovedBy = by,
            RecordedById = actor.Id ?? Guid.Empty,
            RecordedAt = now,
        });
        db.Record(this, now, actor, null, new MassApprovalRecorded(command.Id, command.ApprovedOn));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Enters an election.</summary>
public sealed class RecordElection(PortalDb db, TimeProvider clock)
{
    /// <summary>The election; a new id for each form.</summary>
    public sealed record Command(Guid Id, DateOnly Day, ElectionKind Kind, bool OnBallot);

    /// <summary>Enters it. Entering it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteToMany) is { } refusal)
            return refusal;
        if (await db.Set<Election>().AnyAsync(e => e.Id == command.Id, cancellation))
            return Outcome.Done;
        if (await db.Set<Election>().AnyAsync(e => e.Day == command.Day && e.Kind == command.Kind, cancellation))
            return new Outcome.Refused("This election is already on your list.");
        db.Add(new Election { Id = command.Id, Day = command.Day, Kind = command.Kind, OnBallot = command.OnBallot });
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new ElectionRecorded(command.Id, command.Kind, command.Day) { OnBallot = command.OnBallot });
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Removes an election that was moved or entered by mistake.</summary>
public sealed class RemoveElection(PortalDb db, TimeProvider clock)
{
    /// <summary>Removes it. Removing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid electionId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteToMany) is { } refusal)
            return refusal;
        if (await db.Set<Election>().SingleOrDefaultAsync(e => e.Id == electionId, cancellation) is not { } election)
            return Outcome.Done;
        db.Remove(election);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new ElectionRemoved(election.Id, election.Kind, election.Day));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Lifts the limits for an event, with the reason.</summary>
public sealed class RecordDisasterException(PortalDb db, TimeProvider clock)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>The event, and why.</summary>
    public sealed record Command(Guid EventId, string Reason);

    /// <summary>Records it. Recording it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteToMany) is { } refusal)
            return refusal;
        if (await db.Set<DisasterException>().AnyAsync(e => e.EventId == command.EventId, cancellation))
            return Outcome.Done;
        if (!TextLength.Fits(command.Reason, LongestReason))
            return new Outcome.Refused("Say in 500 characters or fewer why the limits don't apply, and who told you so.");
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new DisasterException { EventId = command.EventId, Reason = PlainText.Lines(command.Reason), RecordedById = actor.Id ?? Guid.Empty, RecordedAt = now });
        db.Record(this, now, actor, null, new DisasterExceptionRecorded(command.EventId));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>What the page on mass communication shows.</summary>
public sealed record MassMailPage(IReadOnlyList<MassCount> Counts, IReadOnlyList<MassApproval> Approvals, IReadOnlyList<Election> Elections, IReadOnlyList<DisasterException> Exceptions)
{
    /// <summary>Today in the office's time zone.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>Reads counts, approvals, elections, and exceptions. Never writes.</summary>
public sealed class MassMailPageQuery(PortalDb db, Calendars calendars, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>Reads the texts of this legislative year, and elections from today on.</summary>
    public async Task<MassMailPage> ReadAsync(CancellationToken cancellation)
    {
        var today = (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
        var year = MassMailRules.YearOf(today);
        var counts = await db.Set<MassCount>().AsNoTracking().Where(c => c.Year == year).OrderByDescending(c => c.Unasked).ThenByDescending(c => c.Id).Take(Most).ToListAsync(cancellation);
        var marks = counts.Select(c => c.TextMark).ToList();
        return new(
            counts,
            await db.Set<MassApproval>().AsNoTracking().Where(a => marks.Contains(a.TextMark)).OrderByDescending(a => a.Id).ToListAsync(cancellation),
            await db.Set<Election>().AsNoTracking().Where(e => e.Day >= today).OrderBy(e => e.Day).Take(Most).ToListAsync(cancellation),
            await db.Set<DisasterException>().AsNoTracking().OrderByDescending(e => e.RecordedAt).Take(Most).ToListAsync(cancellation))
        {
            Today = today,
        };
    }
}
