using Portal.Domain.Desk;
using Portal.Domain.Platform.Protection;

namespace Portal.Web.Hosting;

/// <summary>Whether the site is alive and ready: database, key, disk, scheduler, email backlog.</summary>
public static class Health
{
    private static readonly TimeSpan SchedulerPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MailPatience = TimeSpan.FromMinutes(15);
    private const long LeastFreeBytes = 200_000_000;
    private const int MostOverdueMail = 500;

    /// <summary>Maps /healthz and /readyz.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/readyz", async (InstallationQuery installation, MasterKeys keys, PortalSettings settings, CancellationToken cancellation) =>
        {
            var problems = await ProblemsAsync(installation, keys, settings, cancellation);
            return Results.Text(problems.Count == 0 ? "ready" : string.Join('\n', problems), statusCode: problems.Count == 0 ? 200 : 503);
        }).AllowAnonymous();
    }

    private static async Task<List<string>> ProblemsAsync(
        InstallationQuery installation, MasterKeys keys, PortalSettings settings, CancellationToken cancellation)
    {
        var problems = new List<string>();
        try
        {
            if (!await installation.RunsJobsAsync(SchedulerPatience, cancellation))
                problems.Add("scheduler: no job has run in the last ten minutes");
            if (await installation.CountOverdueMailAsync(MailPatience, cancellation) > MostOverdueMail)
                problems.Add("mail: more than 500 mails are overdue");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            problems.Add("database: cannot be read");
        }

        if (string.IsNullOrEmpty(keys.CurrentId))
            problems.Add("key: no master key");
        if (new DriveInfo(settings.DataDirectory).AvailableFreeSpace < LeastFreeBytes)
            problems.Add("disk: less than 200 MB free");
        return problems;
    }
}
