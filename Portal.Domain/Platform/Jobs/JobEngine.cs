using Hangfire;
using Hangfire.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Jobs;

/// <summary>
/// Registers Hangfire, which runs the jobs (ADR 22). Outside this folder, only the back office refers to it, for the dashboard.
/// </summary>
public static class JobEngine
{
    /// <summary>
    /// Adds the job engine to a process. With the Jobs role it runs the jobs. Without it, it can show them and, on a shared
    /// database, have them started by a process with the role.
    /// </summary>
    public static IServiceCollection AddJobEngine(this IServiceCollection services, DatabaseSettings database, bool runsJobs, OfficeZone zone)
    {
        services.AddSingleton(p =>
        {
            LogProvider.SetCurrentLogProvider(new EngineLog(p.GetRequiredService<ILoggerFactory>()));
            return EngineStorage.Open(database);
        });
        services.AddSingleton<EngineTimes>();
        services.AddSingleton(zone).AddSingleton<EngineRuns>().AddSingleton<EngineSchedule>();
        if (runsJobs || database.Provider == DatabaseProvider.PostgreSql)
            services.AddHostedService<AwaitedRuns>();
        if (runsJobs)
            services.AddSingleton<JobActivator, EngineActivator>().AddSingleton<RequestedRuns>().AddHostedService<EngineServer>().AddHostedService<MailWatch>();
        return services;
    }

    /// <summary>Resolves <see cref="EngineRuns"/> for Hangfire.</summary>
    private sealed class EngineActivator(IServiceProvider services) : JobActivator
    {
        public override object ActivateJob(Type jobType) => services.GetRequiredService(jobType);
    }
}

/// <summary>Reads the office's time zone, which applies to the jobs' times of day.</summary>
public delegate Task<TimeZoneInfo> OfficeZone(IServiceProvider services, CancellationToken cancellation);
