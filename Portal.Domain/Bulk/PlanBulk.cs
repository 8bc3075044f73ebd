using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Bulk;

/// <summary>Plans to do the same to many cases. It's done a minute later, and can be undone until then.</summary>
public sealed class PlanBulk(PortalDb db, Vault vault, Calendars calendars, TimeProvider clock)
{
    /// <summary>The most cases at once. More is mass communication and goes another way.</summary>
    public const int Most = 400;

    private const int LongestAsk = 2_000;

    /// <summary>A case as the list showed it.</summary>
    public sealed record Chosen(Guid CaseId, int Version);

    /// <summary>What is done, and to which cases; <paramref name="Key"/> keeps a double-click from planning it twice.</summary>
    public sealed record Command(BulkDeed Deed, IReadOnlyList<Chosen> Cases, Guid Key)
    {
        /// <summary>The words for those who read English.</summary>
        public string? En { get; init; }

        /// <summary>The words for those who read Spanish.</summary>
        public string? Es { get; init; }

        /// <summary>The day by which the constituents are asked to answer.</summary>
        public DateOnly? DueOn { get; init; }

        /// <summary>Why the cases are closed.</summary>
        public ClosingReason? Reason { get; init; }
    }

    /// <summary>It's planned.</summary>
    public sealed record Planned(Guid ActId) : Outcome.Success;

    /// <summary>Plans it. Cases that can't be done are kept with the reason.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(BulkRules.Needed(command.Deed)) is { } refusal)
            return refusal;
        if (await db.FindAsync<BulkAct>([command.Key], cancellation) is { } planned)
            return planned.ById == actor.Id ? new Planned(planned.Id) : new Outcome.Stale();
        if (command.Cases.Count > Most)
            return new Outcome.Refused("Choose {0} cases or fewer.", Most);
        var ids = command.Cases.Select(c => c.CaseId).ToList();
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellation);
        var leftOut = await db.LeftOutAsync(command.Deed, cases, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        if (Problem(command, [.. cases.Where(c => !leftOut.ContainsKey(c.Id)).Select(c => c.Language).Distinct()], today) is { } problem)
            return problem;
        vault.Create(command.Key);
        db.Add(new BulkAct
        {
            Id = command.Key,
            Deed = command.Deed,
            En = Clean(command.En),
            Es = Clean(command.Es),
            DueOn = command.Deed == BulkDeed.Ask ? command.DueOn : null,
            Reason = command.Deed == BulkDeed.Close ? command.Reason : null,
            ById = actor.Id ?? Guid.Empty,
            RunAt = now + BulkAct.Wait,
        });
        db.AddRange(command.Cases.Where(c => cases.Exists(x => x.Id == c.CaseId)).DistinctBy(c => c.CaseId).Select(c => new BulkItem
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            ActId = command.Key,
            CaseId = c.CaseId,
            Seen = c.Version,
            State = leftOut.ContainsKey(c.CaseId) ? BulkState.LeftOut : BulkState.Waiting,
            Why = leftOut.GetValueOrDefault(c.CaseId),
        }));
        db.Record(this, now, actor, null, new BulkPlanned(command.Key, command.Deed, cases.Count - leftOut.Count));
        return await db.CommitAsync(cancellation, new Planned(command.Key));
    }

    private static Outcome.Refused? Problem(Command command, IReadOnlyList<string> languages, DateOnly today)
    {
        var most = command.Deed == BulkDeed.Ask ? LongestAsk : Message.MaxLength;
        return command switch
        {
            _ when languages.Count == 0 => new("We can't do this for any of these cases. The reason is next to each one."),
            _ when languages.Contains("en") && Clean(command.En) is null => new("Write it in English: some of them read English."),
            _ when languages.Contains("es") && Clean(command.Es) is null => new("Write it in Spanish: some of them read Spanish."),
            _ when TextLength.Of(command.En) > most || TextLength.Of(command.Es) > most => new("Shorten it to {0} characters or fewer.", most),
            { Deed: BulkDeed.Ask, DueOn: null } => new("Choose a date after today."),
            { Deed: BulkDeed.Ask, DueOn: { } day } when day <= today => new("Choose a date after today."),
            { Deed: BulkDeed.Ask, DueOn: { } day } when day > today.AddYears(1) => new("Choose a date within the next year."),
            { Deed: BulkDeed.Close, Reason: null } => new("Choose a reason."),
            _ => null,
        };
    }

    private static string? Clean(string? typed) => PlainText.Lines(typed) is { Length: > 0 } text ? text : null;
}

/// <summary>Undoes what was planned for many cases, before it began.</summary>
public sealed class CancelBulk(PortalDb db, TimeProvider clock)
{
    /// <summary>Undoes it. Undoing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid actId, Actor actor, CancellationToken cancellation)
    {
        var act = await db.Set<BulkAct>().SingleOrDefaultAsync(a => a.Id == actId, cancellation);
        if (actor.Demand(act is null ? Permission.WorkCases : BulkRules.Needed(act.Deed)) is { } refusal)
            return refusal;
        if (act is null)
            return new Outcome.NotFound();
        if (act.IsCanceled)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        if (act.RunAt <= now)
            return new Outcome.Refused("It has begun, so it can't be undone anymore.");
        act.Cancel(now);
        db.Record(this, now, actor, null, new BulkCanceled(act.Id));
        return await db.CommitAsync(cancellation);
    }
}
