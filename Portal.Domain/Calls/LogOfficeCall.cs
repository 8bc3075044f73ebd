using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Calls;

/// <summary>Logs a phone call that belongs to no case, or to none yet.</summary>
public sealed class LogOfficeCall(PortalDb db, Vault vault, Calendars calendars, TimeProvider clock)
{
    /// <summary>The call; <paramref name="Key"/> becomes its id and keeps a double-click from logging it twice.</summary>
    public sealed record Command(CallDirection Direction, string Body, Guid Key)
    {
        /// <summary>Given names of whoever called; null when not said.</summary>
        public string? FirstName { get; init; }

        /// <summary>Family names; null when not said.</summary>
        public string? LastName { get; init; }

        /// <summary>The number to call back, as typed; null when not said.</summary>
        public string? Phone { get; init; }

        /// <summary>When staff promised to call back, and who does; null when they didn't. Whoever logs the call calls back when nobody else is named.</summary>
        public CallBack? CallBack { get; init; }
    }

    /// <summary>The call is logged.</summary>
    /// <param name="Danger">What the words may mean; a case has to be opened so that somebody is told. Null when they don't.</param>
    public sealed record Logged(SafetyKind? Danger) : Outcome.Success;

    /// <summary>Logs the call.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteNotes) is { } refusal)
            return refusal;
        var danger = SafetyWords.Find(command.Body);
        if (await db.FindAsync<OfficeCall>([command.Key], cancellation) is { } logged)
            return logged.ById == actor.Id ? new Logged(danger) : new Outcome.Stale();
        if (string.IsNullOrWhiteSpace(command.Body) || !TextLength.Fits(command.Body, Message.MaxLength))
            return new Outcome.Refused("Enter what was said, in 10,000 characters or fewer.");
        if (TextLength.Of(command.FirstName) > OfficeCall.LongestName || TextLength.Of(command.LastName) > OfficeCall.LongestName)
            return new Outcome.Refused("Enter a name in 200 characters or fewer for each part.");
        if (Clean(command.Phone) is { } phone && !PhoneNumber.CanBeCalled(phone))
            return new Outcome.Refused("Enter a phone number we can call, or leave it blank.");
        if (command.CallBack is not null && Clean(command.Phone) is null)
            return new Outcome.Refused("Enter the number to call back.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        if (command.CallBack is { } promised && await promised.ProblemAsync(db, (await calendars.ReadAsync(cancellation)).DayOf(act.At), cancellation) is { } problem)
            return new Outcome.Refused(problem);
        vault.Create(command.Key);
        var call = new OfficeCall
        {
            Id = command.Key,
            Direction = command.Direction,
            FirstName = Clean(command.FirstName),
            LastName = Clean(command.LastName),
            Phone = Clean(command.Phone),
            Body = command.Body.Trim(),
            At = act.At,
            ById = actor.Id ?? Guid.Empty,
            CallBackOn = command.CallBack?.On,
            CallBackAt = command.CallBack?.At,
            ForId = command.CallBack is { } back ? back.ForId ?? actor.Id : null,
        };
        if (command.CallBack is null)
            call.End(act.At);
        db.Add(call);
        db.Record(act, null, new OfficeCallLogged(call.Id, call.Direction, call.CallBackOn));
        return await db.CommitAsync(cancellation, new Logged(danger));
    }

    private static string? Clean(string? typed) => PlainText.Line(typed) is { Length: > 0 } line ? line : null;
}
