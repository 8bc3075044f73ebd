using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

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
        await db.ReprioritizeAsync(new(this, actor, clock.GetUtcNow().UtcDateTime), @case, command.Priority, await calendars.ReadAsync(cancellation), cancellation);
        return await db.CommitAsync(cancellation);
    }
}
