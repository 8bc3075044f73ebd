using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Runs one job in a scope of its own and keeps the record the Jobs page shows.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    // Renewed while the job runs, so that one whose process was killed is taken over soon.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    /// <summary>Names every run and its length.</summary>
    public static readonly ActivitySource Source = new("Portal.Jobs");

    /// <summary>Runs the job unless another process has it. A failure is recorded and logged, never thrown.</summary>
    public async Task RunAsync(RecurringJob job, bool byHand, DateTime? nextRunAt, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var startedAt = Now;
        if (db.IsShared && !await LeaseAsync(db, job, startedAt, cancellation))
            return;
        using var trace = Source.StartActivity(job.Name);
        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = db.IsShared ? RenewAsync(job, running.Token) : Task.CompletedTask;
        var (rows, error) = await SweepAsync(job, cancellation);
        await running.CancelAsync();
        await renewing;
        if (!cancellation.IsCancellationRequested)
            await KeepRecordAsync(db, job, byHand, startedAt, rows, error, nextRunAt, cancellation);
        else if (db.IsShared)
            // The process is going down; another one, or its successor, need not wait.
            await db.Set<JobState>().Where(s => s.Job == job.Name).ExecuteUpdateAsync(s => s.SetProperty(x => x.LeasedUntil, (DateTime?)null), CancellationToken.None);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

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

    private async Task<bool> LeaseAsync(PortalDb db, RecurringJob job, DateTime now, CancellationToken cancellation)
    {
        await StateAsync(db, job.Name, cancellation);
        // What is tracked does not know of the lease, and would not see that it has to be given back.
        db.ChangeTracker.Clear();
        var until = now + Lease;
        return await db.Set<JobState>().Where(s => s.Job == job.Name && (s.LeasedUntil == null || s.LeasedUntil < now))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LeasedUntil, until), cancellation) == 1;
    }

    private async Task RenewAsync(RecurringJob job, CancellationToken running)
    {
        while (!running.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Renewal, clock, running);
                await using var scope = scopes.CreateAsyncScope();
                var until = Now + Lease;
                await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<JobState>().Where(s => s.Job == job.Name)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.LeasedUntil, until), running);
            }
            catch (Exception fault)
            {
                // Tried again in a minute, unless the job came to its end. Every job is safe to run twice; at worst another process begins it too.
                if (!running.IsCancellationRequested)
                    log.LogWarning(fault, "The lease of {Job} could not be renewed", job.Name);
            }
        }
    }

    private async Task KeepRecordAsync(
        PortalDb db, RecurringJob job, bool byHand, DateTime startedAt, int rows, string? error, DateTime? next, CancellationToken cancellation)
    {
        var state = await StateAsync(db, job.Name, cancellation);
        var worthTelling = byHand || rows > 0 || error is not null;
        if (!worthTelling && !db.IsShared && state.LastError is null && state.LastEndedAt > Now - Quiet)
            return;
        (state.LastStartedAt, state.LastEndedAt, state.LastRows, state.LastError, state.NextRunAt, state.LeasedUntil) =
            (startedAt, Now, rows, error, next, null);
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
