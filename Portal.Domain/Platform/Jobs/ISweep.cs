namespace Portal.Domain.Platform.Jobs;

/// <summary>A background job: an idempotent sweep of due rows.</summary>
public interface ISweep
{
    /// <summary>Handles the due rows and returns how many there were.</summary>
    Task<int> RunAsync(CancellationToken cancellation);
}
