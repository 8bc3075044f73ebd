using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Messages;

/// <summary>Asks the constituent for something by a date, and makes it their turn.</summary>
public sealed class RequestInformation(PortalDb db, Calendars calendars, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The case as the form saw it, what we ask for, and by when.</summary>
    public sealed record Command(Guid CaseId, int? Version, string What, DateOnly DueOn, Guid Key);

    /// <summary>Sends the request.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.MessageConstituents, cancellation);
        // A double submit still sends the version from before the first one was saved.
        if (refusal is null or Outcome.Stale && await db.FindAsync<InformationRequest>([command.Key], cancellation) is not null)
            return Outcome.Done;
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (!TextLength.Fits(command.What, 2000))
            return new Outcome.Refused("Enter what you need, in 2,000 characters or fewer.");
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        if (command.DueOn <= calendar.DayOf(now))
            return new Outcome.Refused("Choose a date after today.");
        if (command.DueOn > calendar.DayOf(now).AddYears(1))
            return new Outcome.Refused("Choose a date within the next year.");
        db.Add(new InformationRequest
        {
            Id = command.Key,
            CaseId = @case.Id,
            What = command.What,
            DueOn = command.DueOn,
            AskedAt = now,
            AskedById = actor.Id ?? Guid.Empty,
        });
        @case.Ask(command.Key);
        @case.Accept(now);
        @case.ClearUnanswered();
        if (@case.ContactEmail is not null)
            @case.Promise(UpdatePromise.Next(calendar, now, await practice.IntervalAsync(@case.UpdateIntervalDays, cancellation)));
        db.Record(this, now, actor, @case.Id, new InformationRequested(command.Key, command.DueOn));
        if (@case.ContactEmail is { } email)
            db.Queue(now, new InformationRequestedMail(@case.Reference, command.DueOn), new(email, @case.Language), @case.Id, command.Key);
        return await db.CommitAsync(cancellation);
    }
}
