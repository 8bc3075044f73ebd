namespace Portal.Domain.Platform.Jobs;

/// <summary>A background job: an idempotent sweep of due rows. Run twice, it has the effect of once.</summary>
public interface ISweep
{
    /// <summary>Does what is due and says how many rows that was.</summary>
    Task<int> RunAsync(CancellationToken cancellation);
}
