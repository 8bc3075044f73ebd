using Hangfire;
using Hangfire.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Registers Hangfire, which runs the jobs (ADR 22). Nothing outside this folder knows it but the back office, which shows its dashboard.</summary>
public static class JobEngine
{
    /// <summary>
    /// The engine of a process. With the Jobs role it runs the jobs; without it, it can show them and, on a database that
    /// processes share, have them started by one that has the role.
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
            services.AddSingleton<JobActivator, EngineActivator>().AddSingleton<RequestedRuns>().AddHostedService<EngineServer>();
        return services;
    }

    /// <summary>Hangfire's way to <see cref="EngineRuns"/>.</summary>
    private sealed class EngineActivator(IServiceProvider services) : JobActivator
    {
        public override object ActivateJob(Type jobType) => services.GetRequiredService(jobType);
    }
}

/// <summary>Reads the office's time zone, which the jobs' times of day are in.</summary>
public delegate Task<TimeZoneInfo> OfficeZone(IServiceProvider services, CancellationToken cancellation);
