using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.MailRoom;

/// <summary>Sorts the email that arrived: files what belongs to a case beyond doubt, and leaves the rest in the mail room.</summary>
[Recurring("Sort incoming email", Seconds = 30, WhenAdded = typeof(ReceivedMail))]
public sealed class MailArrivedJob(PortalDb db, IServiceScopeFactory scopes, ILogger<MailArrivedJob> log) : ISweep
{
    private const int Batch = 100;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var sorted = 0;
        while (await NextAsync(cancellation) is { Count: > 0 } waiting)
        {
            var before = sorted;
            foreach (var id in waiting)
                sorted += await SortAsync(id, cancellation) ? 1 : 0;
            if (sorted == before)
                break;
        }

        return sorted;
    }

    private Task<List<Guid>> NextAsync(CancellationToken cancellation) =>
        db.Set<ReceivedMail>().Where(m => m.State == MailState.New).OrderBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(cancellation);

    private async Task<bool> SortAsync(Guid id, CancellationToken cancellation)
    {
        var actor = Actor.System(nameof(MailArrivedJob));
        try
        {
            return (await Outcome.RetryOnceIfStaleAsync(() => OnceAsync(sort => sort.ExecuteAsync(id, actor, cancellation)))).Succeeded;
        }
        catch (Exception fault) when (fault is IOException or DbException or DbUpdateException or TimeoutException && !cancellation.IsCancellationRequested)
        {
            log.LogWarning(fault, "Email {Email} couldn't be sorted now; the next run tries again", id);
            return false;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // One email that can't be read must not hold up the others.
            log.LogError(fault, "Email {Email} couldn't be sorted and waits in the mail room", id);
            return (await OnceAsync(sort => sort.LeaveAsync(id, cancellation))).Succeeded;
        }
    }

    private async Task<Outcome> OnceAsync(Func<SortMail, Task<Outcome>> sort)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await sort(scope.ServiceProvider.GetRequiredService<SortMail>());
    }
}
