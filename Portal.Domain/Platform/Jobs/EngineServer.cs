using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Runs the Hangfire server in a process with the Jobs role and keeps its schedule up to date.</summary>
internal sealed class EngineServer(
    IServiceProvider services, EngineSchedule schedule, RequestedRuns requested, OfficeZone zone, ILogger<EngineServer> log)
    : BackgroundService
{
    // After a start all sweeps are due at once. The delay lets the first page requests go first.
    private static readonly TimeSpan AfterFirstPages = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(3);
    private const int Sweepers = 4;
    private const int Mailers = 1;
    private BackgroundProcessingServer? _server;
    private bool _isOut;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterFirstPages, stoppingToken);
            while (true)
            {
                await TickAsync(stoppingToken);
                await Task.Delay(Tick, stoppingToken);
            }
        }
        finally
        {
            await StopServerAsync();
        }
    }

    private async Task TickAsync(CancellationToken stopping)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            var storage = services.GetRequiredService<JobStorage>();
            _server ??= Start(storage, services.GetRequiredService<JobActivator>());
            schedule.Refresh(storage, await zone(scope.ServiceProvider, stopping));
            await requested.StartAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), storage, stopping);
            _isOut = false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            // Logged once, not every three seconds.
            if (!_isOut)
                log.LogWarning(fault, "The job schedule couldn't be saved; we'll keep trying");
            _isOut = true;
        }
    }

    private static BackgroundProcessingServer Start(JobStorage storage, JobActivator activator)
    {
        var filters = JobFilterProviders.Providers;
        var performer = new BackgroundJobPerformer(filters, activator, TaskScheduler.Default);
        var states = new BackgroundJobStateChanger(filters);
        return new(
            storage,
            [
                new Worker([JobQueue.Mail], performer, states).UseBackgroundPool(Mailers),
                new Worker([JobQueue.Default], performer, states).UseBackgroundPool(Sweepers),
                new RecurringJobScheduler(new BackgroundJobFactory(filters), SchedulePolling).UseBackgroundPool(1),
            ],
            new Dictionary<string, object> { ["Queues"] = new[] { JobQueue.Mail, JobQueue.Default }, ["WorkerCount"] = Mailers + Sweepers },
            new BackgroundProcessingServerOptions
            {
                // Resume within seconds after an outage. The default waits up to five minutes.
                RetryDelay = attempt => TimeSpan.FromSeconds(Math.Min(attempt, 10)),
                ServerTimeout = TimeSpan.FromMinutes(2),
                ServerCheckInterval = TimeSpan.FromMinutes(1),
            });
    }

    // Hangfire polls the schedule every 15 seconds by default, too slow for jobs that run every few seconds.
    private static readonly TimeSpan SchedulePolling = TimeSpan.FromSeconds(5);

    private async Task StopServerAsync()
    {
        if (_server is not { } server)
            return;
        // Runs are told to stop, release their leases, and return to their queues.
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
        server.Dispose();
    }
}
