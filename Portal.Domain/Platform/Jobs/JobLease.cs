using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Jobs;

/// <summary>
/// A lease that lets only one of the processes sharing a database run a job. It's short and renewed while the job runs, so that
/// another process can soon take over from one that was killed. It's released when the job or its process ends.
/// </summary>
internal sealed class JobLease : IAsyncDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(4);
    // How often and how long a run that must not be missed retries. After that, the next scheduled run handles the rows.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly string _job;
    private readonly CancellationTokenSource _running = new();
    private readonly Task _renewing;
    private DateTime _until;

    private JobLease(IServiceScopeFactory scopes, TimeProvider clock, ILogger log, string job, DateTime until)
    {
        (_scopes, _clock, _log, _job, _until) = (scopes, clock, log, job, until);
        _renewing = RenewAsync(_running.Token);
    }

    /// <summary>Acquires the lease; null when another process has it.</summary>
    public static async Task<JobLease?> TakeAsync(
        IServiceScopeFactory scopes, TimeProvider clock, ILogger log, string job, bool waits, CancellationToken cancellation)
    {
        var asked = clock.GetUtcNow();
        while (true)
        {
            var until = Until(clock);
            if (await ChangeAsync(
                scopes, s => s.Where(x => x.Job == job && (x.LeasedUntil == null || x.LeasedUntil < clock.GetUtcNow().UtcDateTime)), until, cancellation))
                return new(scopes, clock, log, job, until);
            if (!waits || clock.GetUtcNow() - asked > Patience)
                return null;
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    /// <summary>Releases the lease.</summary>
    public async ValueTask DisposeAsync()
    {
        await _running.CancelAsync();
        await _renewing;
        _running.Dispose();
        try
        {
            // Not cancelable, so that even during shutdown the next process doesn't have to wait.
            await ChangeAsync(_scopes, Mine, null, CancellationToken.None);
        }
        catch (Exception fault)
        {
            _log.LogWarning(fault, "The lease on {Job} couldn't be released; it will expire on its own", _job);
        }
    }

    // Whole milliseconds, which every database stores exactly: the value identifies this lease.
    private static DateTime Until(TimeProvider clock) =>
        DateTimeOffset.FromUnixTimeMilliseconds((clock.GetUtcNow() + Length).ToUnixTimeMilliseconds()).UtcDateTime;

    private IQueryable<JobState> Mine(IQueryable<JobState> states) => states.Where(s => s.Job == _job && s.LeasedUntil == _until);

    private async Task RenewAsync(CancellationToken running)
    {
        while (!running.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Renewal, _clock, running);
                var until = Until(_clock);
                if (!await ChangeAsync(_scopes, Mine, until, running))
                    return;
                _until = until;
            }
            catch (Exception fault)
            {
                // Retried soon, unless the job has ended. Jobs are safe to run twice; at worst another process starts it too.
                if (!running.IsCancellationRequested)
                    _log.LogWarning(fault, "The lease on {Job} couldn't be renewed", _job);
            }
        }
    }

    private static async Task<bool> ChangeAsync(
        IServiceScopeFactory scopes, Func<IQueryable<JobState>, IQueryable<JobState>> which, DateTime? until, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await which(scope.ServiceProvider.GetRequiredService<PortalDb>().Set<JobState>())
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LeasedUntil, until), cancellation) == 1;
    }
}
