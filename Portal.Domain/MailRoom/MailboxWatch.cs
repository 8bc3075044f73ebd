using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Domain.MailRoom;

/// <summary>
/// Has the mailbox read as soon as an email arrives (IDLE, RFC 2177). Only a speedup: where the server can't tell, or the connection
/// is lost, the job's schedule reads it within a minute.
/// </summary>
internal sealed class MailboxWatch(IOfficeMailbox mailbox, JobRunner runner, IEnumerable<RecurringJob> jobs, ILogger<MailboxWatch> log) : BackgroundService
{
    // Servers end a silent connection after 30 minutes, and some firewalls after 10.
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly RecurringJob _reader = jobs.Single(j => j.Sweep == typeof(MailboxJob));
    private bool _isOut;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (mailbox.IsSetUp)
            if (!await WatchAsync(stoppingToken))
                await Task.Delay(Pause, stoppingToken);
    }

    private async Task<bool> WatchAsync(CancellationToken stopping)
    {
        try
        {
            await using var open = await mailbox.OpenAsync(stopping);
            _isOut = false;
            while (true)
            {
                await runner.RunAsync(_reader, RunCause.Schedule, stopping);
                if (!await open.WaitAsync(Turn, stopping))
                    return false;
            }
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            if (!_isOut)
                log.LogWarning(fault, "We can't watch the mailbox; it's read every minute");
            _isOut = true;
            return false;
        }
    }
}
