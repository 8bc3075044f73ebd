using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Web.Hosting;

/// <summary>Whether the site is alive, and whether it is ready: database, key, disk, scheduler, mail backlog.</summary>
public static class Health
{
    private static readonly TimeSpan SchedulerPatience = TimeSpan.FromMinutes(10);
    private const long LeastFreeBytes = 200_000_000;
    private const int MostOverdueMail = 500;

    /// <summary>Maps /healthz and /readyz.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/readyz", async (PortalDb db, MasterKeys keys, PortalSettings settings, TimeProvider clock, CancellationToken cancellation) =>
        {
            var problems = await ProblemsAsync(db, keys, settings, clock, cancellation);
            return Results.Text(problems.Count == 0 ? "ready" : string.Join('\n', problems), statusCode: problems.Count == 0 ? 200 : 503);
        }).AllowAnonymous();
    }

    private static async Task<List<string>> ProblemsAsync(PortalDb db, MasterKeys keys, PortalSettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        var problems = new List<string>();
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var long_ago = now - SchedulerPatience;
            if (!await db.Set<JobState>().AnyAsync(s => s.LastEndedAt > long_ago, cancellation))
                problems.Add("scheduler: no job has run in the last ten minutes");
            var late = now.AddMinutes(-15);
            if (await db.Set<OutgoingMail>().CountAsync(m => m.DueAt < late, cancellation) > MostOverdueMail)
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
