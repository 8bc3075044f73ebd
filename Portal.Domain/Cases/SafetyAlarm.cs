using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>What a constituent wrote may mean danger; in the request itself if there is no message.</summary>
public sealed record SafetyAlertRaised(Guid AlertId, SafetyKind Kind, Guid? MessageId) : IEvent;

/// <summary>Tells staff to read a case right away.</summary>
public sealed record SafetyAlertRaisedMail(string Reference, SafetyKind Kind) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Safety alert: read case {0} now", Reference),
    [
        Kind == SafetyKind.SelfHarm
            ? desk.T("What someone wrote in case {0} may mention self-harm. Read it now, and call the person if you can.", Reference)
            : desk.T("What someone wrote in case {0} may threaten others. Read it now, and decide whether to call the police.", Reference),
        .. Kind == SafetyKind.SelfHarm
            ? [desk.T("Before you call, choose “I'm calling now,” so that a colleague doesn't call at the same time.")]
            : Array.Empty<string>(),
    ])
    {
        Link = (desk.T("Open the case"), desk.Page(Links.Office.Case(Reference))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Raises a case's safety alert. The caller saves.</summary>
public sealed class SafetyAlarm(PortalDb db, Managers managers, Calendars calendars)
{
    /// <summary>
    /// Opens an alert, makes the case urgent, and emails its caseworker, or the managers if it is unassigned or the caseworker is away.
    /// </summary>
    public async Task RaiseAsync(Act act, Case @case, SafetyKind kind, Guid? messageId, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var alert = new SafetyAlert
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(act.At)),
            CaseId = @case.Id,
            Kind = kind,
            RaisedAt = act.At,
            MessageId = messageId,
        };
        db.Add(alert);
        @case.Alarm(kind);
        if (!@case.IsClosed)
            @case.PromiseSooner(UpdatePromise.First(calendar, act.At, Priority.P0));
        var raised = db.Record(act, @case.Id, new SafetyAlertRaised(alert.Id, kind, messageId));
        foreach (var email in await managers.EmailsForAsync(@case.AssignedToId, calendar.DayOf(act.At), cancellation))
            db.Queue(act.At, new SafetyAlertRaisedMail(@case.Reference, kind), new(email, "en"), @case.Id, raised);
    }
}
