using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Desk;

/// <summary>A job and its state. The state is null before the job's first run, the times before the engine started.</summary>
public sealed record JobLine(RecurringJob Job, JobState? State, EngineTimes.Times? Times)
{
    /// <summary>When it last ran, UTC, whether started by the schedule or by hand.</summary>
    public DateTime? LastRunAt => State?.LastEndedAt > Times?.Last || Times?.Last is null ? State?.LastEndedAt : Times.Last;
}

/// <summary>The background jobs, and the emails that couldn't be sent.</summary>
public sealed record JobsPage
{
    /// <summary>All jobs, those whose last run failed first.</summary>
    public required IReadOnlyList<JobLine> Jobs { get; init; }

    /// <summary>How many emails are waiting, counted up to <see cref="CaseQueue.MostCounted"/>.</summary>
    public required int MailsWaiting { get; init; }

    /// <summary>Waiting emails whose last attempt failed; the mail server may be down.</summary>
    public required IReadOnlyList<OutgoingMail> MailsFailing { get; init; }

    /// <summary>How many waiting emails have failed, counted up to <see cref="CaseQueue.MostCounted"/>.</summary>
    public required int MailsFailingCount { get; init; }

    /// <summary>The most recent emails we gave up on.</summary>
    public required IReadOnlyList<OutgoingMail> MailsFailed { get; init; }

    /// <summary>How many emails we gave up on, counted up to <see cref="CaseQueue.MostCounted"/>.</summary>
    public required int MailsFailedCount { get; init; }
}

/// <summary>Reads the state of jobs and outgoing emails.</summary>
public sealed class JobsPageQuery(PortalDb db, IEnumerable<RecurringJob> jobs, EngineTimes engine)
{
    private const int MailsShown = 50;
    private const int FailingShown = 5;

    /// <summary>Reads the page.</summary>
    public async Task<JobsPage> ReadAsync(CancellationToken cancellation)
    {
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.Job, cancellation);
        var times = engine.Read();
        var waiting = db.Set<OutgoingMail>().AsNoTracking().Where(m => m.DueAt != null);
        var failing = waiting.Where(m => m.LastError != null);
        var failed = db.Set<OutgoingMail>().AsNoTracking().Where(m => m.FailedAt != null);
        return new()
        {
            Jobs = [.. jobs
                .Select(j => new JobLine(j, states.GetValueOrDefault(j.Name), times.GetValueOrDefault(j.Name)))
                .OrderBy(l => l.State?.LastError is null)],
            MailsWaiting = await waiting.OrderBy(m => m.DueAt).Take(CaseQueue.MostCounted).CountAsync(cancellation),
            MailsFailingCount = await failing.OrderBy(m => m.DueAt).Take(CaseQueue.MostCounted).CountAsync(cancellation),
            MailsFailing = await failing.OrderBy(m => m.DueAt).Take(FailingShown).ToListAsync(cancellation),
            MailsFailedCount = await failed.OrderBy(m => m.FailedAt).Take(CaseQueue.MostCounted).CountAsync(cancellation),
            MailsFailed = await failed.OrderByDescending(m => m.FailedAt).Take(MailsShown).ToListAsync(cancellation),
        };
    }
}
