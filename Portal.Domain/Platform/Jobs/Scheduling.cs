using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Portal.Domain.Platform.Jobs;

/// <summary>The only place that touches Quartz; moving to Hangfire means rewriting this file (ADR 0006).</summary>
public static class Scheduling
{
    private const string JobKeyName = "job";

    /// <summary>Starts the scheduler with every <see cref="RecurringJob"/>. Its store is in memory: nothing durable lives in it.</summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services, IReadOnlyList<RecurringJob> jobs, TimeZoneInfo officeZone)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = 4);
            foreach (var job in jobs)
            {
                quartz.AddJob<SweepJob>(j => j.WithIdentity(job.Name).UsingJobData(JobKeyName, job.Name));
                quartz.AddTrigger(t => Schedule(t.ForJob(job.Name).WithIdentity(job.Name), job, officeZone));
            }

            quartz.AddJob<RequestedRunsJob>(j => j.WithIdentity("RequestedRuns"));
            quartz.AddTrigger(t => t.ForJob("RequestedRuns").StartNow().WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(3)).RepeatForever()));
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }

    private static void Schedule(ITriggerConfigurator trigger, RecurringJob job, TimeZoneInfo zone)
    {
        if (job.DailyAt is { } time)
            trigger.WithCronSchedule($"0 {time.Minute} {time.Hour} * * ?", cron => cron.InTimeZone(zone));
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
