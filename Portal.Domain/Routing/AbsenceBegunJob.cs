using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Staff;

namespace Portal.Domain.Routing;

/// <summary>
/// When a colleague's absence has begun, hands over the cases they still hold: to the person chosen beforehand, or by the routing rules
/// if no one was chosen or that person can't take them. Once per absence, so a case given to them later on purpose stays theirs; while no
/// one is available, it tries again.
/// </summary>
[Recurring("Hand over cases of people who are away", Minutes = 15)]
public sealed class AbsenceBegunJob(PortalDb db, Calendars calendars, HandOverCases handOver, TimeProvider clock) : ISweep
{
    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var today = (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
        var away = await db.Set<StaffMember>().AsNoTracking()
            .Where(s => s.DisabledAt == null && s.AbsentFrom <= today && (s.AbsentUntil == null || s.AbsentUntil >= today)
                && (s.HandedOverFor == null || s.HandedOverFor != s.AbsentFrom))
            .OrderBy(s => s.Id).ToListAsync(cancellation);
        var cases = 0;
        foreach (var member in away)
        {
            var done = await HandOverAsync(member.Id, member.HandOverToId, cancellation);
            cases += done.Cases;
            if (done.Left == 0)
                await db.Set<StaffMember>().Where(s => s.Id == member.Id && s.AbsentFrom == member.AbsentFrom)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.HandedOverFor, member.AbsentFrom), cancellation);
        }

        return cases;
    }

    private async Task<HandOverCases.HandedOver> HandOverAsync(Guid holder, Guid? chosen, CancellationToken cancellation)
    {
        var actor = Actor.System(nameof(AbsenceBegunJob));
        if (chosen is not null && await handOver.ExecuteAsync(new(holder, chosen), actor, cancellation) is HandOverCases.HandedOver done)
            return done;
        return (HandOverCases.HandedOver)await handOver.ExecuteAsync(new(holder, null), actor, cancellation);
    }
}
