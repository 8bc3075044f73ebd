using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Staff;
using Portal.Tests.Browser;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Jobs;

/// <summary>Hangfire has every job, on the schedule its class declares, in the office's time zone.</summary>
public sealed class EngineTests
{
    [Theory, OnBoth]
    public async Task Every_job_is_on_the_schedule_and_moves_with_the_time_zone_of_the_office(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var site = await EngineSite.StartAsync(database);
        using (var connection = site.Storage.GetConnection())
            Assert.Equal(
                PortalDomain.Jobs.Select(j => (j.Name, j.Cron, "America/New_York", j.Queue)).Order(),
                connection.GetRecurringJobs().Select(r => (r.Id, r.Cron, r.TimeZoneId, r.Job.Queue)).Order());
        Assert.Equal(new TimeOnly(2, 30), LocalTime(site, "America/New_York"));

        Assert.IsType<SetUpOfficeResult.Done>(await site.WithAsync<SetUpOffice, Outcome>(
            o => o.ExecuteAsync(
                new() { Chamber = Chamber.House, MemberFullName = "Ana M. Núñez", State = "NY", District = 12, TimeZone = "America/Denver" },
                Actor.System("test"),
                default)));
        await RunningPortal.UntilAsync(() => LocalTime(site, "America/Denver") == new TimeOnly(2, 30), "the schedule to move to the new time zone");
        await RunningPortal.UntilAsync(() => ZonesOf(site).SequenceEqual(["America/Denver"]), "every job to move to the new time zone");
    }

    [Fact]
    public async Task A_run_requested_on_the_page_starts_within_seconds_and_is_recorded_as_manual()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var site = await EngineSite.StartAsync(database);
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator);
        var page = await browser.GetAsync("/office/jobs");
        await page.Form("Run now Delete orphaned files").SendAsync();
        await RunningPortal.UntilAsync(
            () => site.ReadAsync(db => db.Set<JobRun>().AnyAsync(r => r.Job == "OrphanFile" && r.ByHand)), "the run that was asked for");
    }

    private static IEnumerable<string> ZonesOf(EngineSite site)
    {
        using var connection = site.Storage.GetConnection();
        return connection.GetRecurringJobs().Select(r => r.TimeZoneId).Distinct();
    }

    private static TimeOnly? LocalTime(EngineSite site, string zone) => site.TimesOf("ActivityChain")?.Next is { } next
        ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(next, TimeZoneInfo.FindSystemTimeZoneById(zone)))
        : null;
}
