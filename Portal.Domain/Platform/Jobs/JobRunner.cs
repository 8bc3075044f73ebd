using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Runs a job in its own scope and keeps the record shown on the Jobs page.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private readonly JobTurns _turns = new();

    /// <summary>Traces every run and its duration.</summary>
    public static readonly ActivitySource Source = new("Portal.Jobs");

    /// <summary>
    /// Runs the job unless it's already running, here or in another process. A failure is recorded and logged, not thrown; the
    /// result is then false.
    /// </summary>
    public async Task<bool> RunAsync(RecurringJob job, RunCause cause, CancellationToken cancellation)
    {
        var waits = cause is not RunCause.Schedule;
        using var turn = await _turns.TakeAsync(job.Name, waits, cancellation);
        if (turn is null)
            return true;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (!db.IsShared)
            return await RunAsync(db, job, cause, cancellation);
        await StateAsync(db, job.Name, cancellation);
        db.ChangeTracker.Clear();
        await using var lease = await JobLease.TakeAsync(scopes, clock, log, job.Name, waits, cancellation);
        return lease is null || await RunAsync(db, job, cause, cancellation);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<bool> RunAsync(PortalDb db, RecurringJob job, RunCause cause, CancellationToken cancellation)
    {
        using var trace = Source.StartActivity(job.Name);
        var startedAt = Now;
        var (rows, error) = await SweepAsync(job, cancellation);
        if (!cancellation.IsCancellationRequested)
            await KeepRecordAsync(db, job, cause, startedAt, rows, error, cancellation);
        return error is null;
    }

    private async Task<(int Rows, string? Error)> SweepAsync(RecurringJob job, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var sweep = (ISweep)scope.ServiceProvider.GetRequiredService(job.Sweep);
            return (await sweep.RunAsync(cancellation), null);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(fault, "The job {Job} failed", job.Name);
            return (0, $"{fault.GetType().Name}: {fault.Message}");
        }
        catch (OperationCanceledException)
        {
            return (0, null);
        }
    }

    private async Task KeepRecordAsync(
        PortalDb db, RecurringJob job, RunCause cause, DateTime startedAt, int rows, string? error, CancellationToken cancellation)
    {
        var byHand = cause is RunCause.Person;
        var state = await StateAsync(db, job.Name, cancellation);
        var worthTelling = byHand || rows > 0 || error is not null;
        if (!worthTelling && state.LastError is null && state.LastEndedAt > Now - Quiet)
            return;
        (state.LastStartedAt, state.LastEndedAt, state.LastRows, state.LastError) = (startedAt, Now, rows, error);
        if (worthTelling)
            db.Add(new JobRun
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(startedAt)),
                Job = job.Name,
                StartedAt = startedAt,
                EndedAt = Now,
                Rows = rows,
                Error = error,
                ByHand = byHand,
            });
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task<JobState> StateAsync(PortalDb db, string job, CancellationToken cancellation)
    {
        if (await db.Set<JobState>().SingleOrDefaultAsync(s => s.Job == job, cancellation) is { } state)
            return state;
        db.Add(state = new JobState { Job = job });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await db.Set<JobState>().SingleAsync(s => s.Job == job, cancellation);
        }

        return state;
    }
}
