using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Simulation;

/// <summary>
/// An office over many months, on a real database and a clock that jumps from hour to hour. Every job runs, people write, agencies answer or
/// don't, staff have off days, the mail server and the site are down for hours and days, and processes are killed in the middle of their work.
/// </summary>
internal sealed class SimulatedOffice : IAsyncDisposable
{
    private const double KillsPerJob = 0.04;
    private const double KillsPerAct = 0.05;
    private static readonly (int Hour, int Minute)[] Rounds = [(7, 45), (9, 10), (14, 10), (16, 40), (17, 35), (17, 50), (21, 0)];

    // Those that tell people something, or lead to it, run in every round; all others, such as the search index, once a day.
    private static readonly string[] Rooms = ["Updates", "Messages", "Inquiries", "Routing", "MailRoom", "PrivacyReleases", "Platform.Mail", "Cases"];
    private readonly Kills _kills;
    private readonly List<RecurringJob> _jobs;
    private readonly HashSet<DateOnly> _snowDays = [];
    private int _acts;

    private SimulatedOffice(DomainHost office, Kills kills, Random random, Troubles troubles)
    {
        (Office, _kills, Random, Troubles, Ledger) = (office, kills, random, troubles, new(office));
        _jobs = [.. office.Services.GetServices<RecurringJob>()];
        office.Mail.OnSending = mail =>
        {
            if (Gone.Contains(mail.To))
                throw new MailException(new(MailFailureKind.RecipientRefused, $"550 no mailbox {mail.To}", IsFinal: true));
            Ledger.Arrived(mail);
            return Task.CompletedTask;
        };
    }

    public DomainHost Office { get; }

    public Random Random { get; }

    public Troubles Troubles { get; }

    public Ledger Ledger { get; }

    public int Kills => _kills.Count;

    /// <summary>Addresses without a mailbox.</summary>
    public HashSet<string> Gone { get; } = [];

    private DateTime Local => Office.Clock.Today.ToDateTime(default) + TimeOfDay;

    private TimeSpan TimeOfDay { get; set; }

    public static async Task<SimulatedOffice> StartAsync(DatabaseProvider on, int seed, int days)
    {
        var random = new Random(seed);
        var kills = new Kills();
        var office = await DomainHost.StartAsync(on, services => _ = on == DatabaseProvider.Sqlite
            ? services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(kills))
            : services.ConfigureDbContext<PostgreSqlPortalDb>(o => o.AddInterceptors(kills)));
        var from = office.Clock.Today;
        return new(office, kills, random, new(random, from, from.AddDays(days)));
    }

    /// <summary>Lets the days pass.</summary>
    public async Task RunAsync(int days)
    {
        var staff = await SimulatedStaff.HireAsync(this);
        var people = new SimulatedPeople(this);
        for (var day = Office.Clock.Today; days > 0; day = day.AddDays(1), days--)
        {
            await CloseOfficeAsync(day);
            foreach (var (hour, minute) in Rounds)
            {
                GoTo(day, hour, minute);
                if (Troubles.IsSiteDown(Local))
                    continue;
                if (hour is 9 or 14 or 21)
                    await people.ActAsync();
                if (hour is 9 or 16)
                    await staff.WorkAsync();
                await RunJobsAsync(hour == 7);
            }

            GoTo(day, 23, 59);
            await Ledger.CloseDayAsync(_snowDays.Contains, Troubles.IsNobodyThere(Local));
        }
    }

    /// <summary>
    /// Does something as a page would. If the process is killed meanwhile, whoever did it does the same once more: their page said nothing.
    /// </summary>
    public async Task<Outcome> ActAsync<TOperation>(Func<TOperation, Task<Outcome>> act)
        where TOperation : notnull
    {
        _acts++;
        if (Random.NextDouble() < KillsPerAct)
            _kills.Arm(Random.Next(1, 12), Random.Next(2) == 0);
        try
        {
            return await Office.WithAsync(act);
        }
        catch (Exception) when (_kills.IsDead)
        {
            _kills.Restart();
            return await Office.WithAsync(act);
        }
        finally
        {
            _kills.Restart();
        }
    }

    /// <summary>Whether something with this probability happens.</summary>
    public bool Chance(double probability) => Random.NextDouble() < probability;

    public async ValueTask DisposeAsync() => await Office.DisposeAsync();

    public override string ToString() => $"{_acts} operations, {Kills} killed processes, {Troubles.MailOutages} mail outages, {Troubles.SiteOutages} site outages";

    private void GoTo(DateOnly day, int hour, int minute)
    {
        Office.Clock.GoTo(day, hour, minute);
        TimeOfDay = new(hour, minute, 0);
        Office.Mail.Shut = Troubles.IsMailDown(Local);
    }

    // The jobs in the order of their schedule, then what was just saved, as the engine does it.
    private async Task RunJobsAsync(bool isFirst)
    {
        foreach (var job in _jobs.Where(j => isFirst || Rooms.Any(r => j.Sweep.FullName!.StartsWith($"Portal.Domain.{r}.", StringComparison.Ordinal))))
            await SweepAsync(job, KillsPerJob);
        var update = await SweepAsync(_jobs.Single(j => j.Sweep == typeof(UpdateDueJob)), KillsPerJob);
        var mail = await SweepAsync(_jobs.Single(j => j.Sweep == typeof(MailDueJob)), KillsPerJob);
        if (update && mail && !Office.Mail.Shut)
            Ledger.Ran(Local);
    }

    private async Task<bool> SweepAsync(RecurringJob job, double kills)
    {
        if (Chance(kills))
            _kills.Arm(Random.Next(1, 30), Random.Next(2) == 0);
        try
        {
            await Office.WithAsync<IServiceProvider, int>(services => ((ISweep)services.GetRequiredService(job.Sweep)).RunAsync(default));
            return true;
        }
        catch (Exception) when (_kills.IsDead)
        {
            return false;
        }
        finally
        {
            _kills.Restart();
        }
    }

    // Some closures are known two weeks ahead, after people were promised something for that day; snow comes overnight.
    private async Task CloseOfficeAsync(DateOnly day)
    {
        var snows = Chance(0.015);
        if (!snows && !Chance(0.015))
            return;
        var first = snows ? day : day.AddDays(14);
        GoTo(day, 6, 0);
        if (Troubles.IsSiteDown(Local))
            return;
        await Office.DoAsync<AddOfficeClosure>(o => o.ExecuteAsync(
            new(Guid.CreateVersion7(), first, first, snows ? "Snow" : "Moving", snows ? "Nieve" : "Mudanza"), Actor.System("simulation"), default));
        if (snows)
            _snowDays.Add(day);
    }
}
