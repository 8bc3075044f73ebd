using System.Net;
using Hangfire.Storage;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Jobs;

/// <summary>Hangfire's dashboard is for administrators, shows no personal data and changes nothing. The role sweep covers its address.</summary>
public sealed class EngineDashboardTests
{
    private static readonly string[] Parts = ["", "/recurring", "/servers", "/jobs/succeeded", "/jobs/failed", "/fonts/glyphicons-halflings-regular/woff2"];

    [Fact]
    public async Task Only_administrators_can_open_the_dashboard()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var site = await EngineSite.StartAsync(database);
        var (administrator, _) = await site.StaffAsync(StaffRole.Administrator);
        var (manager, _) = await site.StaffAsync(StaffRole.CaseworkManager);
        using var anonymous = site.Browser();
        foreach (var path in Parts.Select(p => "/office/jobs/engine" + p))
        {
            using var seen = await administrator.AskAsync(HttpMethod.Get, path);
            Assert.True(seen.StatusCode == HttpStatusCode.OK, $"{path}: {seen.StatusCode}");
            Assert.True(seen.Headers.CacheControl?.NoStore, path);
            Assert.DoesNotContain("unsafe", string.Join("", seen.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            using var refused = await manager.AskAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            using var away = await anonymous.AskAsync(HttpMethod.Get, path);
            Assert.StartsWith("/office/sign-in", away.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"/office/jobs/engine\"", (await administrator.GetAsync("/office/jobs")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_is_read_only()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var site = await EngineSite.StartAsync(database);
        var (administrator, _) = await site.StaffAsync(StaffRole.Administrator);
        var token = (await administrator.GetAsync("/office/jobs")).Form()["__RequestVerificationToken"];
        foreach (var command in (string[])["/recurring/remove", "/recurring/trigger", "/jobs/succeeded/requeue", "/jobs/failed/delete"])
        {
            var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("jobs[]", "MailDue")]);
            using var answer = await administrator.AskAsync(HttpMethod.Post, "/office/jobs/engine" + command, content);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            using var asked = await administrator.AskAsync(HttpMethod.Get, "/office/jobs/engine" + command);
            Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        }

        using var connection = site.Storage.GetConnection();
        Assert.Contains(connection.GetRecurringJobs(), r => r.Id == "MailDue");
    }

    [Theory, OnBoth]
    public async Task Nothing_that_people_wrote_reaches_the_engine(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var site = await EngineSite.StartAsync(database);
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "private@example.org" });
        await Portal.Tests.Browser.RunningPortal.UntilAsync(() => site.Sent.Any(m => m.To == "private@example.org"), "the acknowledgment");
        var monitor = site.Storage.GetMonitoringApi();
        var runs = monitor.SucceededJobs(0, 1_000).Select(j => j.Value.Job).ToList();
        Assert.NotEmpty(runs);
        // The job's name, and the placeholder Hangfire uses for a cancellation token.
        Assert.All(runs, run => Assert.Contains(run.Args[0], PortalDomain.Jobs.Select(j => j.Name)));
        Assert.All(runs, run => Assert.Equal(2, run.Args.Count));
        Assert.All(runs, run => Assert.Equal(typeof(CancellationToken), run.Method.GetParameters()[1].ParameterType));
        Assert.Equal(0, monitor.FailedCount());
    }
}
