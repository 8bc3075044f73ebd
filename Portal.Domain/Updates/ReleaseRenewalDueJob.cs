using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Updates;

/// <summary>
/// Requests a new signature before a release of an open case expires. The new release is prefilled from the old one.
/// </summary>
[Recurring("Request a new signature before a release expires", Hours = 1)]
public sealed class ReleaseRenewalDueJob(
    PortalDb db, Vault vault, ReleaseRequest requests, Calendars calendars, OfficePractice practice, TimeProvider clock) : ISweep
{
    private const int Batch = 100;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        if (await practice.OfficeAsync(cancellation) is not { ReleaseRenewalDays: > 0 and var days } || !calendar.IsOpen(now))
            return 0;
        var (today, soon) = (calendar.DayOf(now), calendar.DayOf(now).AddDays(days));
        var due = await db.Set<PrivacyRelease>()
            .Where(r => r.Status == ReleaseStatus.Signed && r.ExpiresOn >= today && r.ExpiresOn <= soon
                && !db.Set<PrivacyRelease>().Any(n =>
                    n.CaseId == r.CaseId && n.AgencyCode == r.AgencyCode && n.PartyId == r.PartyId && n.RequestedAt > r.RequestedAt))
            .Join(db.Set<Case>().Where(c => c.Status != CaseStatus.Closed), r => r.CaseId, c => c.Id, (r, c) => new { Release = r, Case = c })
            .OrderBy(x => x.Release.ExpiresOn).Take(Batch).ToListAsync(cancellation);
        foreach (var row in due)
        {
            var agency = await db.AgencyOfAsync(row.Release, cancellation);
            var act = new Act(this, Actor.System(nameof(ReleaseRenewalDueJob)), now);
            var next = requests.Again(new(act, row.Case, agency, await vault.OpenAsync(row.Case.Id, cancellation)), row.Release);
            if (next.SignerEmail is { } email)
            {
                var mail = new ReleaseRenewalMail(next.LinkToken, row.Release.ExpiresOn!.Value, !agency.TakesElectronic);
                db.Queue(now, mail, new(email, next.Language), row.Case.Id, next.Id);
            }

            // Someone else was faster, and the other rows are no longer tracked; the next run takes them.
            if (await db.CommitAsync(cancellation) is Outcome.Stale)
                break;
        }

        return due.Count;
    }
}
