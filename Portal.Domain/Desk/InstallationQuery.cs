using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>The health of an installation, for operators: the console, the <c>doctor</c> command, and load balancer probes.</summary>
public sealed class InstallationQuery(PortalDb db, TimeProvider clock)
{
    /// <summary>The office; null until it is set up.</summary>
    public Task<Office?> OfficeAsync(CancellationToken cancellation) => db.Set<Office>().AsNoTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>How many active administrators there are.</summary>
    public Task<int> CountAdministratorsAsync(CancellationToken cancellation) =>
        db.Set<StaffMember>().CountAsync(s => s.Role == StaffRole.Administrator && s.DisabledAt == null, cancellation);

    /// <summary>How many emails are waiting after a failed attempt, counted up to <paramref name="most"/>.</summary>
    public Task<int> CountFailingMailAsync(int most, CancellationToken cancellation) =>
        db.Set<OutgoingMail>().Where(m => m.DueAt != null && m.LastError != null).OrderBy(m => m.DueAt).Take(most).CountAsync(cancellation);

    /// <summary>How many emails are overdue by more than <paramref name="late"/>.</summary>
    public Task<int> CountOverdueMailAsync(TimeSpan late, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime - late;
        return db.Set<OutgoingMail>().CountAsync(m => m.DueAt < since, cancellation);
    }

    /// <summary>Whether email has failed for at least <paramref name="since"/> without one ever being accepted.</summary>
    public async Task<bool> MailNeverWorkedAsync(TimeSpan since, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().UtcDateTime - since;
        return await db.Set<OutgoingMail>().AnyAsync(m => m.QueuedAt < before && m.SentAt == null && m.LastError != null, cancellation)
            && !await db.Set<OutgoingMail>().AnyAsync(m => m.SentAt != null, cancellation);
    }

    /// <summary>Whether any job has finished within this time.</summary>
    public Task<bool> RunsJobsAsync(TimeSpan within, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime - within;
        return db.Set<JobState>().AnyAsync(s => s.LastEndedAt > since, cancellation);
    }
}
