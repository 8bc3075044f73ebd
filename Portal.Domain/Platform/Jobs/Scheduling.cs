using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Portal.Domain.Platform.Jobs;

/// <summary>The only place that touches Quartz; moving to Hangfire means rewriting this file (ADR 0006).</summary>
public static class Scheduling
{
    private const string JobKeyName = "job";

    // All sweeps are due at once after a start; somebody may be waiting for the first page meanwhile.
    private static readonly TimeSpan AfterFirstPages = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Starts the scheduler with every <see cref="RecurringJob"/>. Its store is in memory: nothing durable lives in it.
    /// The office's time zone is asked for when the host starts, when the database is ready.
    /// </summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services, IReadOnlyList<RecurringJob> jobs, Func<IServiceProvider, TimeZoneInfo> officeZone)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = 4);
            foreach (var job in jobs)
            {
                quartz.AddJob<SweepJob>(j => j.WithIdentity(job.Name).UsingJobData(JobKeyName, job.Name));
                quartz.AddTrigger((provider, t) => Schedule(t.ForJob(job.Name).WithIdentity(job.Name), job, () => officeZone(provider)));
            }
            quartz.AddJob<RequestedRunsJob>(j => j.WithIdentity("RequestedRuns"));
            quartz.AddTrigger(t => t.ForJob("RequestedRuns").StartNow().WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(3)).RepeatForever()));
        });
        services.AddQuartzHostedService(hosted => (hosted.WaitForJobsToComplete, hosted.StartDelay) = (true, AfterFirstPages));
        // A job that is told to stop gives its lease back.
        services.Configure<QuartzSchedulerOptions>(options => options.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
        return services;
    }

    private static void Schedule(ITriggerConfigurator trigger, RecurringJob job, Func<TimeZoneInfo> zone)
    {
        if (job.DailyAt is { } time)
            trigger.WithCronSchedule($"0 {time.Minute} {time.Hour} * * ?", cron => cron.InTimeZone(zone()));
        else
            trigger.WithSimpleSchedule(s => s.WithInterval(job.Every!.Value).RepeatForever());
    }

    /// <summary>Quartz's side of a run.</summary>
    [DisallowConcurrentExecution]
    internal sealed class SweepJob(JobRunner runner, IEnumerable<RecurringJob> jobs) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var name = context.MergedJobDataMap.GetString(JobKeyName);
            var job = jobs.Single(j => j.Name == name);
            await runner.RunAsync(job, context.MergedJobDataMap.ContainsKey("byHand"), context.NextFireTimeUtc?.UtcDateTime, cancellationToken);
        }
    }
}
