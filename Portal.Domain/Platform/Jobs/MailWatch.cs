using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Platform.Jobs;

/// <summary>
/// Starts sending when email is due and nobody does it, without the engine. After an outage of the database or the death of a
/// process, the engine needs up to minutes to find its own locks and queues again, and people wait for codes that expire.
/// </summary>
internal sealed class MailWatch(
    IServiceScopeFactory scopes, JobRunner runner, IEnumerable<RecurringJob> jobs, TimeProvider clock, ILogger<MailWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    // What was just queued is started by its save.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);
    private readonly RecurringJob _sender = jobs.Single(j => j.Sweep == typeof(MailDueJob));
    private bool _isOut;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause, stoppingToken);
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            if (await IsLateAsync(stopping))
                await runner.RunAsync(_sender, RunCause.Schedule, stopping);
            _isOut = false;
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            if (!_isOut)
                log.LogWarning(fault, "We couldn't look for due email; we'll keep trying");
            _isOut = true;
        }
    }

    private async Task<bool> IsLateAsync(CancellationToken stopping)
    {
        var before = clock.GetUtcNow().UtcDateTime - Late;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutgoingMail>().AnyAsync(m => m.DueAt < before && m.SentAt == null, stopping);
    }
}
