using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Routing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Jobs;

/// <summary>Every run that did something or failed is recorded, and an idle job doesn't fill the table.</summary>
public sealed class JobRunnerTests
{
    private static readonly RecurringJob Routing = PortalDomain.Jobs.Single(j => j.Sweep == typeof(RouteNewCasesJob));

    [Theory, OnBoth]
    public async Task Runs_that_did_something_are_stored_and_idle_runs_are_not(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.SubmittedCase();
        for (var i = 0; i < 4; i++)
            await RunAsync(office, Routing);
        var run = (await office.AllAsync<JobRun>()).Single();
        Assert.Equal(("RouteNewCases", 1, null, false), (run.Job, run.Rows, run.Error, run.ByHand));
        Assert.Equal("RouteNewCases", (await office.AllAsync<JobState>()).Single().Job);
        await RunAsync(office, Routing, RunCause.Person);
        Assert.Equal(2, (await office.AllAsync<JobRun>()).Count);
    }

    [Theory, OnBoth]
    public async Task A_failure_is_stored_in_words_and_the_next_run_continues(DatabaseProvider on)
    {
        var failing = RecurringJob.From(typeof(FailingJob));
        await using var office = await DomainHost.StartAsync(on, services => services.AddSingleton<FailingJob>());
        await RunAsync(office, failing);
        Assert.Equal("InvalidOperationException: out of ink", (await office.AllAsync<JobState>()).Single().LastError);
        await RunAsync(office, failing);
        Assert.Null((await office.AllAsync<JobState>()).Single().LastError);
        Assert.Equal(["InvalidOperationException: out of ink", null], (await office.AllAsync<JobRun>()).OrderBy(r => r.Rows).Select(r => r.Error));
    }

    [Theory, OnBoth]
    public async Task A_process_that_shuts_down_releases_its_job_immediately(DatabaseProvider on)
    {
        var stopped = RecurringJob.From(typeof(StoppedJob));
        await using var office = await DomainHost.StartAsync(on, services => services.AddSingleton<StoppedJob>());
        using var site = new CancellationTokenSource();
        ((StoppedJob)office.Services.GetService(typeof(StoppedJob))!).Site = site;
        await office.WithAsync<JobRunner, int>(async runner =>
        {
            await runner.RunAsync(stopped, RunCause.Schedule, site.Token);
            return 0;
        });
        Assert.All(await office.AllAsync<JobState>(), s => Assert.Null(s.LeasedUntil));
        await RunAsync(office, stopped);
        Assert.Equal(7, (await office.AllAsync<JobRun>()).Single().Rows);
    }

    [Theory, OnBoth]
    public async Task A_run_after_a_save_waits_for_the_one_that_may_have_missed_it_and_others_leave(DatabaseProvider on)
    {
        var slow = RecurringJob.From(typeof(SlowJob));
        await using var office = await DomainHost.StartAsync(on, services => services.AddSingleton<SlowJob>());
        var job = (SlowJob)office.Services.GetService(typeof(SlowJob))!;
        var underWay = RunAsync(office, slow);
        await job.Begun.Task;
        await RunAsync(office, slow);
        var afterSave = RunAsync(office, slow, RunCause.Save);
        await RunAsync(office, slow, RunCause.Save);
        Assert.Equal((1, false), (job.Runs, afterSave.IsCompleted));
        job.End.SetResult();
        await Task.WhenAll(underWay, afterSave);
        Assert.Equal(2, job.Runs);
    }

    [Theory, OnBoth]
    public async Task Run_now_is_requested_and_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on, services =>
        {
            foreach (var job in PortalDomain.Jobs)
                services.AddSingleton(job);
        });
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        (await office.TryAsync<RunJobNow>(o => o.ExecuteAsync("RouteNewCases", olga, default))).Did("JobRunRequested");
        Assert.Equal(office.Clock.Utc, (await office.AllAsync<JobState>()).Single().RequestedAt);
        (await office.TryAsync<RunJobNow>(o => o.ExecuteAsync("Nothing", olga, default))).Was<Outcome.NotFound>();
    }

    [Theory, OnBoth]
    public async Task Old_runs_are_deleted(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await RunAsync(office, Routing, RunCause.Person);
        office.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal(1, await office.SweepAsync<JobHistoryJob>());
        Assert.Equal(0, await office.SweepAsync<JobHistoryJob>());
    }

    [Theory, OnBoth]
    public async Task Every_job_writes_nothing_when_nothing_is_due(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        Assert.Equal(
            typeof(PortalDomain).Assembly.GetTypes().Where(t => t.IsClass && typeof(ISweep).IsAssignableFrom(t)).Order(Names),
            PortalDomain.Jobs.Select(j => j.Sweep).Order(Names));
        // Setting up the office was recorded; seal and index those entries so that nothing is due.
        await office.SweepAsync<Portal.Domain.Platform.Activity.SealActivityJob>();
        await office.SweepAsync<Portal.Domain.Search.IndexCasesJob>();
        foreach (var job in PortalDomain.Jobs)
            (await office.TryAsync<IServiceProvider>(async services =>
            {
                await ((ISweep)services.GetRequiredService(job.Sweep)).RunAsync(default);
                return Outcome.Done;
            })).ChangedNothing();
    }

    private static Comparer<Type> Names { get; } = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));

    private static Task<bool> RunAsync(DomainHost office, RecurringJob job, RunCause cause = RunCause.Schedule) =>
        office.WithAsync<JobRunner, bool>(runner => runner.RunAsync(job, cause, default));

    /// <summary>Runs for as long as the test wants.</summary>
    [Recurring("Takes long", Minutes = 1)]
    public sealed class SlowJob : ISweep
    {
        public TaskCompletionSource Begun { get; } = new();

        public TaskCompletionSource End { get; } = new();

        public int Runs { get; private set; }

        public async Task<int> RunAsync(CancellationToken cancellation)
        {
            Runs++;
            Begun.TrySetResult();
            await End.Task;
            return 1;
        }
    }

    /// <summary>The process shuts down during its first run.</summary>
    [Recurring("Stops", Minutes = 1)]
    public sealed class StoppedJob : ISweep
    {
        public CancellationTokenSource? Site { get; set; }

        public async Task<int> RunAsync(CancellationToken cancellation)
        {
            if (Site is { IsCancellationRequested: false } site)
                await site.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return 7;
        }
    }

    /// <summary>Fails on its first run.</summary>
    [Recurring("Fails", Minutes = 1)]
    public sealed class FailingJob : ISweep
    {
        private bool _failed;

        public Task<int> RunAsync(CancellationToken cancellation)
        {
            if (_failed)
                return Task.FromResult(1);
            _failed = true;
            throw new InvalidOperationException("out of ink");
        }
    }
}
