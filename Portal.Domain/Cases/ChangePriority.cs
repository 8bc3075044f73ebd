using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>Tells the caseworker that a coworker gave their case the highest priority.</summary>
public sealed record CaseBecameUrgentMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your case {0} is now urgent", Reference),
        [desk.T("A coworker gave your case {0} the highest priority. Review it now.", Reference)])
    {
        Link = (desk.T("Open the case"), desk.Page(Links.Office.Case(Reference))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Overrides the priority computed from the answers. A more urgent case is promised an update sooner.</summary>
public sealed class ChangePriority(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The case as the form saw it, and its new priority.</summary>
    public sealed record Command(Guid CaseId, int? Version, Priority Priority);

    /// <summary>Changes the priority.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.Priority == command.Priority)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Record(this, now, actor, @case.Id, new PriorityChanged(@case.Priority, command.Priority));
        var rises = command.Priority < @case.Priority;
        @case.Priority = command.Priority;
        if (rises && !@case.IsClosed)
            await HurryAsync(@case, actor, now, cancellation);
        return await db.CommitAsync(cancellation);
    }

    // A more urgent case gets an earlier update and, if unassigned, is routed again right away, so managers are notified when
    // no one is available.
    private async Task HurryAsync(Case @case, Actor actor, DateTime now, CancellationToken cancellation)
    {
        @case.PromiseSooner(UpdatePromise.First(await calendars.ReadAsync(cancellation), now, @case.Priority));
        if (@case.AssignedToId is not { } assignee)
        {
            @case.RoutedAt = null;
        }
        else if (@case.Priority == Priority.P0 && assignee != actor.Id)
        {
            var email = await db.Set<StaffMember>().Where(s => s.Id == assignee).Select(s => s.Email).SingleAsync(cancellation);
            var cause = Guid.CreateVersion7(new DateTimeOffset(now));
            db.Queue(now, new CaseBecameUrgentMail(@case.Reference), new(email!, "en"), @case.Id, cause);
        }
    }
}
