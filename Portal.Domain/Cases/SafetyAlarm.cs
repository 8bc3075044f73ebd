using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>What a constituent wrote may mention self-harm.</summary>
public sealed record SafetyAlertRaised(Guid MessageId) : IEvent;

/// <summary>Tells staff to read a case right away.</summary>
public sealed record SafetyAlertRaisedMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Safety alert: read case {0} now", Reference),
        [desk.T("A new message in case {0} set off the safety alert. Read it now, and call the person if you can.", Reference)])
    {
        Link = (desk.T("Open the case"), desk.Page(Links.Office.Case(Reference))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Raises a case's safety alert. The caller saves.</summary>
public sealed class SafetyAlarm(PortalDb db, Managers managers, Calendars calendars)
{
    /// <summary>Flags the case and emails its caseworker, or the managers if it is unassigned or the caseworker is away.</summary>
    public async Task RaiseAsync(Act act, Case @case, Guid messageId, CancellationToken cancellation)
    {
        @case.SafetyAlert = true;
        var raised = db.Record(act, @case.Id, new SafetyAlertRaised(messageId));
        var today = (await calendars.ReadAsync(cancellation)).DayOf(act.At);
        var caseworker = await db.Set<StaffMember>().AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == @case.AssignedToId && s.DisabledAt == null, cancellation);
        var emails = caseworker is not null && !caseworker.IsAbsent(today)
            ? [caseworker.Email!]
            : await managers.EmailsAsync(today, cancellation);
        foreach (var email in emails)
            db.Queue(act.At, new SafetyAlertRaisedMail(@case.Reference), new(email, "en"), @case.Id, raised);
    }
}
