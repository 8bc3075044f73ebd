using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Platform.Activity;

/// <summary>The file, outside the database, where the chain's head is written.</summary>
public sealed record ChainHeadFile(string Path);

/// <summary>Verifies the whole chain daily and writes its head to a file, so that restoring an old database can't go unnoticed.</summary>
[Recurring("Verify the activity record", DailyAt = "02:30")]
public sealed class ActivityChainJob(PortalDb db, VerifyActivity verify, ChainHeadFile file, TimeProvider clock, ILogger<ActivityChainJob> log) : ISweep
{
    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var report = await verify.RunAsync(cancellation);
        if ((report.Problem ?? await CompareWithFileAsync(cancellation)) is { } problem)
        {
            log.LogCritical("The activity record is damaged: {Problem}", problem);
            throw new InvalidOperationException("The activity record is damaged: " + problem);
        }

        await File.AppendAllLinesAsync(file.Path, [$"{clock.GetUtcNow():O} {report.Sealed} {report.Head}"], cancellation);
        return (int)Math.Min(int.MaxValue, report.Sealed);
    }

    // A restored database or a rewritten chain is consistent with itself, but not with the head noted outside.
    private async Task<string?> CompareWithFileAsync(CancellationToken cancellation)
    {
        if (!File.Exists(file.Path) || (await File.ReadAllLinesAsync(file.Path, cancellation)).LastOrDefault()?.Split(' ') is not [_, var count, var head])
            return null;
        var sequence = long.Parse(count, CultureInfo.InvariantCulture);
        var known = sequence == 0 || await db.Set<ActivitySeal>().AnyAsync(s => s.Sequence == sequence && s.Hash == head, cancellation);
        return known ? null : $"The activity record doesn't match the checkpoint saved after entry {sequence}. Was an older database restored?";
    }
}
