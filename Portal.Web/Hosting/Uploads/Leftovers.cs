using Portal.Domain.Platform.Files;

namespace Portal.Web.Hosting.Uploads;

/// <summary>Deletes at start what a killed process left of uploads: encrypted, and of no use to anyone.</summary>
internal sealed partial class Leftovers(UploadSpool spool, FolderDocumentStore store, ILogger<Leftovers> log) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var count = spool.Sweep() + store.ForgetUnfinished();
        if (count > 0)
            Deleted(count);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Deleted {Count} unfinished uploads that an earlier process left.")]
    private partial void Deleted(int count);
}
