using System.Threading.Channels;
using Hangfire;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Jobs;

/// <summary>
/// Starts jobs people are waiting for as soon as the rows they handle are saved (<see cref="RecurringAttribute.WhenAdded"/>).
/// Only a speedup: if the process dies before the start or the engine can't be reached, the job's schedule handles the rows.
/// </summary>
internal sealed class AwaitedRuns(
    IServiceProvider services, DatabaseSettings database, IEnumerable<RecurringJob> jobs, ILogger<AwaitedRuns> log) : BackgroundService
{
    // In a burst of saves, the first starts a run at once, and one more run handles the rest.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly ILookup<Type, RecurringJob> _awaited = jobs.Where(j => j.WhenAdded is not null).ToLookup(j => j.WhenAdded!);
    private readonly Channel<RecurringJob> _due = Channel.CreateUnbounded<RecurringJob>(new() { SingleReader = true });

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Saves.Listen(database.ConnectionString, Note);
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        Saves.StopListening(database.ConnectionString, Note);
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _due.Reader.WaitToReadAsync(stoppingToken))
        {
            var due = new HashSet<RecurringJob>();
            while (_due.Reader.TryRead(out var job))
                due.Add(job);
            Start(due);
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private void Note(IReadOnlyCollection<Type> added)
    {
        foreach (var job in added.SelectMany(kind => _awaited[kind]))
            _due.Writer.TryWrite(job);
    }

    private void Start(IEnumerable<RecurringJob> due)
    {
        try
        {
            var client = new BackgroundJobClient(services.GetRequiredService<JobStorage>());
            foreach (var job in due)
                client.Create(EngineSchedule.Run(job, runs => runs.AfterSave(job.Name, CancellationToken.None)), new EnqueuedState(job.Queue));
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "What was just saved couldn't be processed right away; the scheduled job will do it");
        }
    }
}
