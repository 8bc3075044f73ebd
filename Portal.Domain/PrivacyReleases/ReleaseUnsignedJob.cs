using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Reminds signers after 3, 7 and 14 days [G], in office hours; two reminders are never sent at once.</summary>
public sealed class ReleaseUnsignedJob(PortalDb db, Calendars calendars, TimeProvider clock) : ISweep
{
    private static readonly int[] AfterDays = [3, 7, 14];
    private const int Batch = 200;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!(await calendars.ReadAsync(cancellation)).IsOpen(now))
            return 0;
        var oldest = now.AddDays(-AfterDays[^1] - 30);
        var rows = 0;
        for (var sent = 0; sent < AfterDays.Length; sent++)
        {
            var (count, before) = (sent, now.AddDays(-AfterDays[sent]));
            var yesterday = now.AddDays(-1);
            var due = await db.Set<PrivacyRelease>()
                .Where(r => r.Status == ReleaseStatus.Requested && r.RequestedAt <= before && r.RequestedAt > oldest && r.Reminders == count
                    && r.SignerEmail != null && (r.RemindedAt == null || r.RemindedAt < yesterday))
                .OrderBy(r => r.RequestedAt).Take(Batch).ToListAsync(cancellation);
            foreach (var release in due)
                Remind(release, now);
            await db.SaveChangesAsync(cancellation);
            rows += due.Count;
        }

        return rows;
    }

    private void Remind(PrivacyRelease release, DateTime now)
    {
        release.Reminders++;
        release.RemindedAt = now;
        var cause = db.Record(now, Actor.System(nameof(ReleaseUnsignedJob)), release.CaseId, new ReleaseReminderSent(release.Id, release.Reminders));
        db.Queue(now, new ReleaseReminderMail(release.LinkToken, release.Reminders), release.SignerEmail!, release.Language, release.CaseId, cause);
    }
}
