using Portal.Domain;
using Portal.Domain.Documents;
using Portal.Domain.MailRoom;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Routing;
using Portal.Domain.Search;
using Portal.Domain.Surges;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Jobs;

/// <summary>Each job class declares its schedule and purpose.</summary>
public sealed class RecurringJobTests
{
    [Fact]
    public void Every_sweep_declares_its_schedule_and_purpose() => Assert.All(
        typeof(PortalDomain).Assembly.GetTypes().Where(t => t.IsClass && typeof(ISweep).IsAssignableFrom(t)),
        sweep =>
        {
            var job = RecurringJob.From(sweep);
            Assert.NotEmpty(job.Purpose);
            Assert.True(job.Every is not null ^ job.DailyAt is not null, job.Name);
        });

    [Fact]
    public async Task Jobs_that_people_wait_for_are_listed_and_start_when_a_row_is_added()
    {
        Assert.Equal(
            [typeof(DocumentPendingJob), typeof(IndexCasesJob), typeof(MailArrivedJob), typeof(MailDueJob), typeof(RouteNewCasesJob), typeof(SurgeMessageDueJob)],
            PortalDomain.Jobs.Where(j => j.WhenAdded is not null).Select(j => j.Sweep).OrderBy(t => t.Name));
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        Assert.All(PortalDomain.Jobs.Select(j => j.WhenAdded).OfType<Type>(), kind => Assert.NotNull(db.Model.FindEntityType(kind)));
    }

    [Theory]
    [InlineData(typeof(EveryTenSeconds), "*/10 * * * * *")]
    [InlineData(typeof(EveryQuarterHour), "*/15 * * * *")]
    [InlineData(typeof(EveryHour), "0 */1 * * *")]
    [InlineData(typeof(EverySixHours), "0 */6 * * *")]
    [InlineData(typeof(EveryNight), "30 2 * * *")]
    public void A_schedule_is_written_as_Hangfire_reads_it(Type sweep, string cron) => Assert.Equal(cron, RecurringJob.From(sweep).Cron);

    [Theory]
    [InlineData(typeof(Undeclared))]
    [InlineData(typeof(Never))]
    [InlineData(typeof(Twice))]
    [InlineData(typeof(EverySevenSeconds))]
    [InlineData(typeof(EveryNinetyMinutes))]
    public void A_schedule_that_cron_cannot_express_throws(Type sweep) => Assert.Throws<InvalidOperationException>(() => RecurringJob.From(sweep));

    [Recurring("Test", Seconds = 10)]
    private sealed class EveryTenSeconds;

    [Recurring("Test", Minutes = 15)]
    private sealed class EveryQuarterHour;

    [Recurring("Test", Hours = 1)]
    private sealed class EveryHour;

    [Recurring("Test", Hours = 6)]
    private sealed class EverySixHours;

    [Recurring("Test", DailyAt = "02:30")]
    private sealed class EveryNight;

    private sealed class Undeclared;

    [Recurring("Test")]
    private sealed class Never;

    [Recurring("Test", Hours = 1, DailyAt = "02:30")]
    private sealed class Twice;

    [Recurring("Test", Seconds = 7)]
    private sealed class EverySevenSeconds;

    [Recurring("Test", Minutes = 90)]
    private sealed class EveryNinetyMinutes;
}
