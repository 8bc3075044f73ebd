using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Routing;

/// <summary>A case went from someone who is away, or no longer works here, to a coworker.</summary>
public sealed record CaseHandedOver(Guid From, Guid To) : IEvent;

/// <summary>Tells a caseworker that they now have a coworker's cases.</summary>
public sealed record CasesHandedOverMail(string From, int Count) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("You have new cases"), [desk.T("Cases of {0} that are now yours: {1}.", From, Count)])
    {
        Link = (desk.T("Open my cases"), desk.Page(Links.Office.MyCases)),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>
/// Hands over all open cases of a colleague, to one person or by the routing rules. Each case has its own save, so one that someone else
/// just changed doesn't block the others. A case that no one is available for stays where it is, marked in the queue.
/// </summary>
public sealed class HandOverCases(PortalDb db, Calendars calendars, RoutingFacts facts, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>Whose cases, and who gets them; null decides each by the routing rules.</summary>
    public sealed record Command(Guid StaffId, Guid? ToId);

    /// <summary>How many cases were handed over, and how many are left because no one is available or someone just changed them.</summary>
    public sealed record HandedOver(int Cases, int Left) : Outcome.Success;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Hands over the cases.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.AssignCases) is { } refusal)
            return refusal;
        if (await FindAsync(command.StaffId, cancellation) is not { } holder)
            return new Outcome.NotFound();
        var today = (await calendars.ReadAsync(cancellation)).DayOf(Now);
        if (command.ToId is { } to && WhyNot(holder, await FindAsync(to, cancellation), today) is { } why)
            return why;
        var (given, left) = (new Dictionary<Guid, int>(), 0);
        for (var last = Guid.Empty; await NextAsync(holder.Id, last, cancellation) is { Count: > 0 } ids; last = ids[^1])
            foreach (var id in ids)
                if (await HandOverAsync(id, command, actor, today, cancellation) is { } taker)
                    given[taker] = given.GetValueOrDefault(taker) + 1;
                else
                    left++;
        await TellAsync(holder, given, actor, cancellation);
        return new HandedOver(given.Values.Sum(), left);
    }

    private Task<StaffMember?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);

    private static Outcome.Refused? WhyNot(StaffMember holder, StaffMember? to, DateOnly today) => to switch
    {
        null or { DisabledAt: not null } => new Outcome.Refused("That person no longer works here. Choose someone else."),
        _ when to.Id == holder.Id => new Outcome.Refused("They already have these cases. Choose someone else."),
        { MayBeGivenCases: false } => new Outcome.Refused("That person doesn't work on cases. Choose someone else."),
        _ when to.IsAbsent(today) => new Outcome.Refused("That person is away too. Choose someone else."),
        _ => null,
    };

    private Task<List<Guid>> NextAsync(Guid holder, Guid last, CancellationToken cancellation) => db.Set<Case>()
        .Where(c => c.AssignedToId == holder && c.ClosedAt == null && c.Id > last).OrderBy(c => c.Id).Select(c => c.Id).Take(Batch).ToListAsync(cancellation);

    /// <summary>Hands over one case; null when it stays.</summary>
    private async Task<Guid?> HandOverAsync(Guid id, Command command, Actor actor, DateOnly today, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == id, cancellation);
        if (@case.AssignedToId != command.StaffId || @case.IsClosed)
            return null;
        var now = Now;
        var taker = command.ToId ?? await DecideAsync(@case, command.StaffId, today, now, cancellation);
        if (taker is not { } to)
            return null;
        @case.AssignTo(to);
        db.Record(this, now, actor, id, new CaseHandedOver(command.StaffId, to));
        return (await db.CommitAsync(cancellation)).Succeeded ? to : null;
    }

    private async Task<Guid?> DecideAsync(Case @case, Guid holder, DateOnly today, DateTime now, CancellationToken cancellation)
    {
        var rules = await db.Set<RoutingRule>().AsNoTracking().Where(r => r.Enabled).ToListAsync(cancellation);
        var candidates = (await facts.CandidatesAsync(today, cancellation)).Where(c => c.Id != holder).ToList();
        var route = Router.Decide(await facts.OfAsync(@case, cancellation), rules, candidates);
        if (route.AssigneeId is null)
            return null;
        db.Add(new RoutingDecision
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = @case.Id,
            DecidedAt = now,
            AssigneeId = route.AssigneeId,
            Reasons = JsonSerializer.Serialize(route.Reasons, EventJson.Options),
        });
        return route.AssigneeId;
    }

    private async Task TellAsync(StaffMember holder, Dictionary<Guid, int> given, Actor actor, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var takers = given.Keys.Where(id => id != actor.Id).ToList();
        var emails = await db.Set<StaffMember>().Where(s => takers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Email!, cancellation);
        var now = Now;
        foreach (var (id, email) in emails)
            db.Queue(now, new CasesHandedOverMail(holder.DisplayName, given[id]), new(email, "en"), null, Guid.CreateVersion7(new DateTimeOffset(now)));
        await db.SaveChangesAsync(cancellation);
    }
}
