using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

internal static class Reprioritizing
{
    /// <summary>
    /// Gives a case another priority, which changes nothing when it has it. A more urgent case gets an earlier update and, if unassigned, is
    /// routed again right away, so managers are notified when no one is available. Doesn't save.
    /// </summary>
    public static async Task ReprioritizeAsync(this PortalDb db, Act act, Case @case, Priority priority, OfficeCalendar calendar, CancellationToken cancellation)
    {
        if (@case.Priority == priority)
            return;
        db.Record(act, @case.Id, new PriorityChanged(@case.Priority, priority));
        var rises = priority < @case.Priority;
        @case.Priority = priority;
        if (!rises || @case.IsClosed)
            return;
        @case.PromiseSooner(UpdatePromise.First(calendar, act.At, priority));
        if (@case.AssignedToId is not { } assignee)
        {
            @case.RoutedAt = null;
        }
        else if (priority == Priority.P0 && assignee != act.Actor.Id)
        {
            var email = await db.Set<StaffMember>().Where(s => s.Id == assignee).Select(s => s.Email).SingleAsync(cancellation);
            db.Queue(act.At, new CaseBecameUrgentMail(@case.Reference), new(email!, "en"), @case.Id, Guid.CreateVersion7(new DateTimeOffset(act.At)));
        }
    }
}
