using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Platform.Activity;

/// <summary>Where the chain's head is written, outside the database.</summary>
public sealed record ChainHeadFile(string Path);

/// <summary>Every day: verifies the whole chain and writes its head to a file, so that a database put back cannot go unnoticed.</summary>
public sealed class ActivityChainJob(VerifyActivity verify, ChainHeadFile file, TimeProvider clock, ILogger<ActivityChainJob> log) : ISweep
{
    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var report = await verify.ExecuteAsync(cancellation);
        if (report.Problem is { } problem)
        {
            log.LogCritical("The activity record is damaged: {Problem}", problem);
            throw new InvalidOperationException("The activity record is damaged: " + problem);
        }

        await File.AppendAllLinesAsync(file.Path, [$"{clock.GetUtcNow():O} {report.Sealed} {report.Head}"], cancellation);
        return (int)Math.Min(int.MaxValue, report.Sealed);
    }
}
