using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Routing;

/// <summary>A case was routed; the decision row has the reasons.</summary>
public sealed record CaseRouted(Guid DecisionId, Guid? AssigneeId) : IEvent;

/// <summary>Tells a caseworker that an urgent case was assigned to them.</summary>
public sealed record UrgentCaseMail(string Reference, Priority Priority) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Urgent case {0} was assigned to you", Reference),
        [desk.T("Case {0} (priority {1}) was assigned to you. Review it now.", Reference, Priority.ToString())])
    {
        Link = (desk.T("Open the case"), desk.Page(Links.Office.Case(Reference))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Tells the managers that routing found no one for an urgent case and they must assign it.</summary>
public sealed record UrgentCaseUnassignedMail(string Reference, Priority Priority) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Urgent case {0} is unassigned", Reference),
        [desk.T("No one is available to take case {0} (priority {1}). Take it, or assign it to someone now.", Reference, Priority.ToString())])
    {
        Link = (desk.T("Open the case"), desk.Page(Links.Office.Case(Reference))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>
/// Routes each new request to a caseworker and keeps the reasons. If no one is available, it tries again every hour for two
/// weeks or until someone takes the case. The managers are told once about an urgent one.
/// </summary>
[Recurring("Route new requests to caseworkers", Seconds = 30, WhenAdded = typeof(Case))]
public sealed class RouteNewCasesJob(PortalDb db, Calendars calendars, RoutingFacts facts, Managers managers, TimeProvider clock) : ISweep
{
    private const int Batch = 50;
    private static readonly TimeSpan RetryInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan RetryFor = TimeSpan.FromDays(14);

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = 0;
        var waiting = await db.Set<Case>().Where(c => c.RoutedAt == null).OrderBy(c => c.ReceivedAt).Take(Batch).ToListAsync(cancellation);
        waiting.AddRange(await db.Set<Case>()
            .Where(c => c.RouteAgainAt <= now)
            .OrderBy(c => c.RouteAgainAt)
            .Take(Batch)
            .ToListAsync(cancellation));
        if (waiting.Count == 0)
            return 0;
        var rules = await db.Set<RoutingRule>().AsNoTracking().Where(r => r.Enabled).ToListAsync(cancellation);
        foreach (var @case in waiting)
        {
            if (!await RouteAsync(@case, rules, now, cancellation))
                continue;
            // A coworker took the case at the same moment; it stays theirs.
            if (await db.CommitAsync(cancellation) is Outcome.Stale)
                return rows;
            rows++;
        }

        return rows;
    }

    /// <summary>Routes a case; false when there is nothing left to save.</summary>
    private async Task<bool> RouteAsync(Case @case, List<RoutingRule> rules, DateTime now, CancellationToken cancellation)
    {
        var first = @case.RoutedAt is null;
        @case.RoutedAt ??= now;
        if (@case.IsClosed || @case.AssignedToId is not null)
        {
            @case.RouteAgain(null);
            return true;
        }

        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        var route = Router.Decide(await facts.OfAsync(@case, cancellation), rules, await facts.CandidatesAsync(today, cancellation));
        DateTime? again = now - @case.ReceivedAt < RetryFor ? now + RetryInterval : null;
        // Still no one: the first decision stands. Updates around the version, so open forms don't become stale.
        if (!first && route.AssigneeId is null)
        {
            await db.Set<Case>().Where(c => c.Id == @case.Id && c.AssignedToId == null)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.RouteAgainAt, again), cancellation);
            return false;
        }

        await AssignAsync(@case, route, again, today, now, cancellation);
        return true;
    }

    private async Task AssignAsync(Case @case, Route route, DateTime? again, DateOnly today, DateTime now, CancellationToken cancellation)
    {
        var decision = new RoutingDecision
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = @case.Id,
            DecidedAt = now,
            AssigneeId = route.AssigneeId,
            Reasons = JsonSerializer.Serialize(route.Reasons, EventJson.Options),
        };
        db.Add(decision);
        @case.AssignTo(route.AssigneeId);
        db.Record(this, now, Actor.System(nameof(RouteNewCasesJob)), @case.Id, new CaseRouted(decision.Id, route.AssigneeId));
        if (route.AssigneeId is null)
            @case.RouteAgain(again);
        if (@case.Priority != Priority.P0 && @case.Danger is null)
            return;
        if (route.AssigneeId is { } assignee)
        {
            var email = await db.Set<StaffMember>().Where(s => s.Id == assignee).Select(s => s.Email).SingleAsync(cancellation);
            db.Queue(now, new UrgentCaseMail(@case.Reference, @case.Priority), new(email!, "en"), @case.Id, decision.Id);
            return;
        }

        foreach (var email in await managers.EmailsAsync(today, cancellation))
            db.Queue(now, new UrgentCaseUnassignedMail(@case.Reference, @case.Priority), new(email, "en"), @case.Id, decision.Id);
    }
}
