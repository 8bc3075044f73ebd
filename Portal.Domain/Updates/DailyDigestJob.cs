using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Progress;
using Portal.Domain.Staff;

namespace Portal.Domain.Updates;

/// <summary>Whether a member of staff wants the morning's email and, if they lead, the week's; and when they last got them.</summary>
public sealed class StaffDigest : Platform.Database.IVersioned
{
    /// <summary>Who.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>Whether they don't want it.</summary>
    public bool IsOff { get; set; }

    /// <summary>The last day that was looked at; null before the first.</summary>
    public DateOnly? LastOn { get; set; }

    /// <summary>The first day of the last week whose report they got or were passed over for; null before the first.</summary>
    public DateOnly? LastWeekOn { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>Tells a caseworker what's due. It names no one, because email passes through other hands.</summary>
public sealed record DailyDigestMail(DateOnly Day, int Late, int Today, int Week, bool InDanger) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(
        Late > 0 ? desk.T("Your casework for {0}: {1} late, {2} due today", desk.Day(Day), Late, Today) : desk.T("Your casework for {0}: {1} due today", desk.Day(Day), Today),
        [
            .. InDanger ? new[] { desk.T("Someone in one of your cases may be in danger. Open that case first.") } : [],
            .. Late > 0 ? new[] { Late == 1 ? desk.T("1 case is late.") : desk.T("{0} cases are late.", Late) } : [],
            .. Today == 0 ? [] : (string[])[Today == 1 ? desk.T("1 case has something due today.") : desk.T("{0} cases have something due today.", Today)],
            .. Week == 0 ? [] : (string[])[Week == 1 ? desk.T("1 more case has something due within a week.") : desk.T("{0} more cases have something due within a week.", Week)],
        ])
    {
        Link = (desk.T("Open My turn"), desk.Page(Links.Office.MyTurn())),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Chooses whether the actor gets the morning's email.</summary>
public sealed class ChooseDigest(PortalDb db)
{
    /// <summary>Chooses it.</summary>
    /// <param name="wants">Whether they want it.</param>
    public async Task<Outcome> ExecuteAsync(bool wants, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.TakeCases) is { } refusal)
            return refusal;
        if (await db.Set<StaffDigest>().SingleOrDefaultAsync(d => d.StaffId == actor.Id, cancellation) is { } digest)
            digest.IsOff = !wants;
        else
            db.Add(new StaffDigest { StaffId = actor.Id!.Value, IsOff = !wants });
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>
/// Emails everyone who works on cases what's due, once on each working day they're here, when the office opens. Those with nothing late
/// and nothing due today get no email. The figures are those of My turn.
/// </summary>
[Recurring("Send the morning email", Minutes = 15)]
public sealed class DailyDigestJob(PortalDb db, MyTurnQuery turns, Calendars calendars, TimeProvider clock) : ISweep
{
    private static readonly List<StaffRole> Roles = [.. Enum.GetValues<StaffRole>().Where(r => RolePermissions.For(r).Contains(Permission.TakeCases))];

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        if (!calendar.IsOpen(now))
            return 0;
        var today = calendar.DayOf(now);
        var staff = await db.Set<StaffMember>().AsNoTracking()
            .Where(s => s.DisabledAt == null && Roles.Contains(s.Role)
                && !db.Set<StaffDigest>().Any(d => d.StaffId == s.Id && (d.IsOff || d.LastOn == today)))
            .OrderBy(s => s.Id).ToListAsync(cancellation);
        var sent = 0;
        foreach (var member in staff)
        {
            var turn = member.IsAbsent(today) ? null : await turns.ReadAsync(member.Id, Actor.Staff(member.Id, member.DisplayName, member.Role), cancellation);
            var digest = await db.Set<StaffDigest>().SingleOrDefaultAsync(d => d.StaffId == member.Id, cancellation);
            if (digest is null)
                db.Add(digest = new StaffDigest { StaffId = member.Id });
            digest.LastOn = today;
            if (turn is not null && Mail(today, turn) is { } mail)
            {
                db.Queue(now, mail, new(member.Email!, "en"), null, Guid.CreateVersion7(new DateTimeOffset(now)));
                sent++;
            }

            // Stale: another run already handled this person, or they just chose something.
            await db.CommitAsync(cancellation);
        }

        return sent;
    }

    private static DailyDigestMail? Mail(DateOnly today, MyTurnPage turn)
    {
        int Count(DueGroup group) => turn.Rows.Count(r => r.Group == group);
        var mail = new DailyDigestMail(today, Count(DueGroup.Late), Count(DueGroup.Today), Count(DueGroup.Week), turn.Rows.Any(r => r.Case.Danger is not null));
        return mail.Late + mail.Today > 0 ? mail : null;
    }
}

internal sealed class StaffDigestMapping : IEntityTypeConfiguration<StaffDigest>
{
    public void Configure(EntityTypeBuilder<StaffDigest> digest)
    {
        digest.ToTable("StaffDigest").HasKey(d => d.StaffId);
        digest.Property(d => d.StaffId).ValueGeneratedNever();
        digest.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
