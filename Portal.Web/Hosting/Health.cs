using System.Security.Cryptography;
using Portal.Domain.Desk;
using Portal.Domain.Paper.Sealing;
using Portal.Domain.Platform.Protection;

namespace Portal.Web.Hosting;

/// <summary>
/// Whether the site is alive, and whether it's ready: database, office, master key, sealing certificate, disk, scheduler, email.
/// </summary>
public static class Health
{
    private static readonly TimeSpan SchedulerPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MailPatience = TimeSpan.FromMinutes(15);
    private const long LeastFreeBytes = 200_000_000;
    private const int MostOverdueMail = 500;

    /// <summary>Maps /healthz and /readyz.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous().DisableRateLimiting();
        app.MapGet("/readyz", async (IServiceProvider services, CancellationToken cancellation) =>
        {
            var problems = new List<string>();
            await AddStoredProblemsAsync(services, problems, cancellation);
            AddLocalProblems(services, problems);
            return Results.Text(problems.Count == 0 ? "ready" : string.Join('\n', problems), statusCode: problems.Count == 0 ? 200 : 503);
        }).AllowAnonymous().DisableRateLimiting();
    }

    private static async Task AddStoredProblemsAsync(IServiceProvider services, List<string> problems, CancellationToken cancellation)
    {
        try
        {
            var installation = services.GetRequiredService<InstallationQuery>();
            if (await services.GetRequiredService<MasterKeyCheck>().ProblemAsync(cancellation) is { } wrongKey)
                problems.Add($"key: {wrongKey}");
            problems.AddRange((await services.GetRequiredService<SiteOpening>().ProblemsAsync(cancellation)).Select(p => $"setup: {p}"));
            if (!await installation.RunsJobsAsync(SchedulerPatience, cancellation))
                problems.Add("scheduler: no job has run in the last ten minutes");
            if (await installation.CountOverdueMailAsync(MailPatience, cancellation) > MostOverdueMail)
                problems.Add("mail: more than 500 mails are overdue");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            problems.Add("database: cannot be read");
        }
    }

    private static void AddLocalProblems(IServiceProvider services, List<string> problems)
    {
        var settings = services.GetRequiredService<PortalSettings>();
        if (settings.HasCertificate && SealProblem(services) is { } seal)
            problems.Add($"certificate: {seal}");
        if (new DriveInfo(settings.DataDirectory).AvailableFreeSpace < LeastFreeBytes)
            problems.Add("disk: less than 200 MB free");
    }

    // A wrong password or file would otherwise be noticed by the first person who signs.
    private static string? SealProblem(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<SigningCertificate>().ExpiresAt < services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime
                ? "it has expired"
                : null;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return "it cannot be opened";
        }
    }
}
