using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Updates;

/// <summary>
/// Reminds signers on the days the office has set, during office hours. Never sends two reminders at once, and none for a
/// release that <see cref="Readiness"/> doesn't report as missing.
/// </summary>
[Recurring("Remind signers of unsigned releases", Minutes = 30)]
public sealed class ReleaseUnsignedJob(
    PortalDb db, ReadinessCheck readinessCheck, Calendars calendars, OfficePractice practice, TimeProvider clock) : ISweep
{
    private const int Batch = 200;
    private const int ForgetAfterDays = 30;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        if (await practice.OfficeAsync(cancellation) is not { ReleaseReminders: { Count: > 0 } days } office || !calendar.IsOpen(now))
            return 0;
        var (oldest, yesterday, rows) = (now.AddDays(-days[^1] - ForgetAfterDays), now.AddDays(-1), 0);
        for (var sent = 0; sent < days.Count; sent++)
        {
            var (count, before) = (sent, now.AddDays(-days[sent]));
            var due = await db.Set<PrivacyRelease>()
                .Where(r => r.Status == ReleaseStatus.Requested && r.RequestedAt <= before && r.RequestedAt > oldest && r.Reminders == count
                    && r.SignerEmail != null && (r.RemindedAt == null || r.RemindedAt < yesterday))
                .OrderBy(r => r.RequestedAt).Take(Batch)
                .Join(db.Set<Case>(), r => r.CaseId, c => c.Id, (r, c) => new { Release = r, c.TopicCode, c.Reference })
                .ToListAsync(cancellation);
            var facts = await readinessCheck.ReadAsync(
                [.. due.Select(d => (d.Release.CaseId, d.TopicCode, (string?)d.Release.AgencyCode))], cancellation);
            var reminded = due.Zip(facts).Count(x => Remind(
                x.First.Release, x.First.Reference, Readiness.Evaluate(x.Second),
                CloseOn(x.First.Release, office, calendar, now), now));
            if (await db.CommitAsync(cancellation) is Outcome.Stale)
                return rows;
            rows += reminded;
        }

        return rows;
    }

    // A release nothing depends on yet, such as a renewal before the old one expires, is checked again tomorrow.
    private bool Remind(PrivacyRelease release, string reference, Readiness readiness, DateOnly? closeOn, DateTime now)
    {
        release.RemindedAt = now;
        var gaps = (readiness as Readiness.Missing)?.Gaps;
        if (gaps?.FirstOrDefault(g => g.ReleaseId == release.Id && g.Who == Turn.Constituent) is not { } gap)
            return false;
        release.Reminders++;
        var cause = db.Record(
            this, now, Actor.System(nameof(ReleaseUnsignedJob)), release.CaseId,
            new ReleaseReminderSent(release.Id, release.Reminders));
        var mail = new ReleaseReminderMail(
            release.LinkToken, release.Reminders, gap.Kind == GapKind.NotSignedInInk,
            release.PartyId == release.CaseId ? reference : null, closeOn);
        db.Queue(now, mail, new(release.SignerEmail!, release.Language), release.CaseId, cause);
        return true;
    }

    private static DateOnly? CloseOn(PrivacyRelease release, Office office, OfficeCalendar calendar, DateTime now) =>
        office.ReleaseCloseDays > 0
        && calendar.DayOf(release.RequestedAt).AddDays(office.ReleaseCloseDays) is var day
        && day > calendar.DayOf(now)
            ? day
            : null;
}
