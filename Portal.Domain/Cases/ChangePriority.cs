using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>A colleague found the case urgent.</summary>
public sealed record CaseBecameUrgentMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Urgent case {0}: assigned to you", Reference),
        [desk.T("A coworker gave your case {0} the highest priority. Review it now.", Reference)])
    {
        Link = (desk.T("Open the case"), desk.Page($"/office/cases/{Reference}")),
    };
}

/// <summary>Staff set another priority than the answers gave. A more urgent case is promised word sooner.</summary>
public sealed class ChangePriority(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The case as the form saw it, and its new priority.</summary>
    public sealed record Command(Guid CaseId, int? Version, Priority Priority);

    /// <summary>Changes it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (file, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (file.Priority == command.Priority)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Record(this, now, actor, file.Id, new PriorityChanged(file.Priority, command.Priority));
        var rises = command.Priority < file.Priority;
        file.Priority = command.Priority;
        if (rises && !file.IsClosed)
            await HurryAsync(file, actor, now, cancellation);
        return await db.CommitAsync(cancellation);
    }

    // What is more urgent is answered sooner, and given to somebody at once: routed anew, so that managers hear of it when
    // nobody is there.
    private async Task HurryAsync(Case file, Actor actor, DateTime now, CancellationToken cancellation)
    {
        file.PromiseSooner(UpdatePromise.First(await calendars.ReadAsync(cancellation), now, file.Priority));
        if (file.AssignedToId is not { } assignee)
            file.RoutedAt = null;
        else if (file.Priority == Priority.P0 && assignee != actor.Id)
            db.Queue(now, new CaseBecameUrgentMail(file.Reference), (await db.Set<StaffMember>().Where(s => s.Id == assignee).Select(s => s.Email).SingleAsync(cancellation))!, "en",
                file.Id, Guid.CreateVersion7(new DateTimeOffset(now)));
    }
}
