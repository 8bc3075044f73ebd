using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.Routing;

/// <summary>A new case was routed; the decision row has the reasons.</summary>
public sealed record CaseRouted(Guid DecisionId, Guid? AssigneeId) : IEvent;

/// <summary>An urgent case came to a caseworker.</summary>
public sealed record UrgentCaseMail(string Reference, Priority Priority) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Urgent case {0}", Reference),
        [desk.T("Case {0} with priority {1} was routed to you. Please look at it now.", Reference, Priority.ToString())])
    {
        Link = (desk.T("Open the case"), desk.Page($"/office/cases/{Reference}")),
    };
}

/// <summary>Routes each new request to a caseworker and keeps the reasons.</summary>
public sealed class RouteNewCasesJob(PortalDb db, Calendars calendars, RoutingFacts facts, TimeProvider clock) : ISweep
{
    private const int Batch = 50;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var rows = 0;
        var unrouted = await db.Set<Case>().Where(c => c.RoutedAt == null).OrderBy(c => c.ReceivedAt).Take(Batch).ToListAsync(cancellation);
        if (unrouted.Count == 0)
            return 0;
        var rules = await db.Set<RoutingRule>().AsNoTracking().Where(r => r.Enabled).ToListAsync(cancellation);
        foreach (var file in unrouted)
        {
            await RouteAsync(file, rules, cancellation);
            // A colleague took the case at this very moment: theirs it is.
            if (await db.CommitAsync(cancellation) is Outcome.Stale)
                return rows;
            rows++;
        }

        return rows;
    }

    private async Task RouteAsync(Case file, List<RoutingRule> rules, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        file.RoutedAt = now;
        if (file.IsClosed || file.AssignedToId is not null)
            return;
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        var route = Router.Decide(await facts.OfAsync(file, cancellation), rules, await facts.CandidatesAsync(today, cancellation));
        var decision = new RoutingDecision
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = file.Id,
            DecidedAt = now,
            AssigneeId = route.AssigneeId,
            Reasons = JsonSerializer.Serialize(route.Reasons, EventJson.Options),
        };
        db.Add(decision);
        file.AssignTo(route.AssigneeId);
        db.Record(now, Actor.System(nameof(RouteNewCasesJob)), file.Id, new CaseRouted(decision.Id, route.AssigneeId));
        if ((file.Priority == Priority.P0 || file.SafetyAlert) && route.AssigneeId is { } assignee)
        {
            var email = await db.Set<StaffMember>().Where(s => s.Id == assignee).Select(s => s.Email).SingleAsync(cancellation);
            db.Queue(now, new UrgentCaseMail(file.Reference, file.Priority), email!, "en", file.Id, decision.Id);
        }
    }
}
