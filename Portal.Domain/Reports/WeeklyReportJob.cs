using Microsoft.EntityFrameworkCore;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.Reports;

/// <summary>Tells whoever leads the office where it stands. It names no one, because email passes through other hands.</summary>
/// <param name="Day">The day of the figures.</param>
/// <param name="Open">Open cases.</param>
public sealed record WeeklyReportMail(DateOnly Day, int Open) : IMail
{
    /// <summary>Open safety alerts.</summary>
    public int Alerts { get; init; }

    /// <summary>Cases whose promised day passed without an update.</summary>
    public int Missed { get; init; }

    /// <summary>Cases with a message no one has answered.</summary>
    public int Unanswered { get; init; }

    /// <summary>Cases with an agency's answer the constituent hasn't been told.</summary>
    public int Untold { get; init; }

    /// <summary>Cases with an agency that is late.</summary>
    public int AgencyLate { get; init; }

    /// <summary>Cases whose email didn't arrive.</summary>
    public int MailFailed { get; init; }

    /// <summary>Releases that wait for review.</summary>
    public int ToCheck { get; init; }

    /// <summary>Cases of nobody.</summary>
    public int Unassigned { get; init; }

    /// <summary>How long the person who has waited longest has heard nothing, in days; zero when no case is open.</summary>
    public int SilentDays { get; init; }

    /// <inheritdoc />
    public MailText Write(MailDesk desk)
    {
        var figures = new (string Sentence, int Count)[]
        {
            ("Safety alerts that are open: {0}.", Alerts),
            ("Updates we promised and missed: {0}.", Missed),
            ("Messages no one has answered: {0}.", Unanswered),
            ("Agency answers the constituent hasn't been told: {0}.", Untold),
            ("Cases with an agency that is late: {0}.", AgencyLate),
            ("Cases whose email didn't arrive: {0}.", MailFailed),
            ("Releases to review: {0}.", ToCheck),
            ("Cases assigned to no one: {0}.", Unassigned),
        }.Where(f => f.Count > 0).Select(f => desk.T(f.Sentence, f.Count)).DefaultIfEmpty(desk.T("Nothing is late, and no one is waiting for an answer from us."));
        return new(
            desk.T("Week of {0}. Open cases: {1}", desk.Day(Day), Open),
            [.. figures, .. SilentDays == 0 ? Array.Empty<string>() : [desk.T("Longest without word from us: {0} days.", SilentDays)]])
        {
            Link = (desk.T("Open the overview"), desk.Page(Links.Office.Overview)),
            WaysBack = WaysBack.Unsaid,
        };
    }
}

/// <summary>
/// Emails everyone who leads the office where it stands, on the first working day of each week, when the office opens. The figures are
/// those of the overview.
/// </summary>
[Recurring("Send the weekly report", Minutes = 30)]
public sealed class WeeklyReportJob(PortalDb db, OverviewQuery overview, Calendars calendars, TimeProvider clock) : ISweep
{
    private static readonly List<StaffRole> Roles = [.. Enum.GetValues<StaffRole>().Where(r => RolePermissions.For(r).Contains(Permission.ApproveLetters))];

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        if (!calendar.IsOpen(now))
            return 0;
        var today = calendar.DayOf(now);
        var week = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var staff = await db.Set<StaffMember>().AsNoTracking()
            .Where(s => s.DisabledAt == null && Roles.Contains(s.Role)
                && !db.Set<StaffDigest>().Any(d => d.StaffId == s.Id && (d.IsOff || d.LastWeekOn >= week)))
            .OrderBy(s => s.Id).ToListAsync(cancellation);
        WeeklyReportMail? mail = null;
        foreach (var member in staff)
        {
            var digest = await db.Set<StaffDigest>().SingleOrDefaultAsync(d => d.StaffId == member.Id, cancellation);
            if (digest is null)
                db.Add(digest = new StaffDigest { StaffId = member.Id });
            digest.LastWeekOn = week;
            mail ??= await MailAsync(Actor.Staff(member.Id, member.DisplayName, member.Role), cancellation);
            if (mail is not null)
                db.Queue(now, mail, new(member.Email!, "en"), null, Guid.CreateVersion7(new DateTimeOffset(now)));
            // Stale: another run already handled this person, or they just chose something.
            await db.CommitAsync(cancellation);
        }

        return staff.Count;
    }

    private async Task<WeeklyReportMail?> MailAsync(Actor reader, CancellationToken cancellation)
    {
        if (await overview.ReadAsync(reader, cancellation) is not { } page)
            return null;
        return new(page.Today, page.Open)
        {
            Alerts = page.Alerts,
            Missed = page.Missed,
            Unanswered = page.Counts[QueueView.Unanswered],
            Untold = page.Counts[QueueView.Untold],
            AgencyLate = page.Counts[QueueView.AgencyLate],
            MailFailed = page.MailFailed,
            ToCheck = page.ToCheck,
            Unassigned = page.Counts[QueueView.Unassigned],
            SilentDays = page.Silent.Count == 0 ? 0 : page.Silent.Max(s => s.Days),
        };
    }
}
