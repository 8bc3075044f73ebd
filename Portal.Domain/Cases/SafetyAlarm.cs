using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>What a constituent wrote may speak of self-harm.</summary>
public sealed record SafetyAlertRaised(Guid MessageId) : IEvent;

/// <summary>Somebody has to read a case at once.</summary>
public sealed record SafetyAlertRaisedMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Safety alert: read case {0} now", Reference),
        [desk.T("A new message in case {0} set off the safety alert. Read it now, and call the person if you can.", Reference)])
    {
        Link = (desk.T("Open the case"), desk.Page($"/office/cases/{Reference}")),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Raises the safety alert of a case; saves nothing by itself.</summary>
public sealed class SafetyAlarm(PortalDb db, Managers managers, Calendars calendars)
{
    /// <summary>Marks the case and tells its caseworker, or, when nobody has it or who has it is away, the managers.</summary>
    public async Task RaiseAsync(Act act, Case @case, Guid messageId, CancellationToken cancellation)
    {
        @case.SafetyAlert = true;
        var raised = db.Record(act, @case.Id, new SafetyAlertRaised(messageId));
        var today = (await calendars.ReadAsync(cancellation)).DayOf(act.At);
        var caseworker = await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == @case.AssignedToId && s.DisabledAt == null, cancellation);
        var emails = caseworker is not null && !caseworker.IsAbsent(today) ? [caseworker.Email!] : await managers.EmailsAsync(today, cancellation);
        foreach (var email in emails)
            db.Queue(act.At, new SafetyAlertRaisedMail(@case.Reference), email, "en", @case.Id, raised);
    }
}
