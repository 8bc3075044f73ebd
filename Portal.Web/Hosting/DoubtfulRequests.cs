using System.Threading.RateLimiting;

namespace Portal.Web.Hosting;

/// <summary>
/// How many requests one client address may send that the bot check could not clear. They are accepted for staff to look at;
/// past the limit, which only a script reaches, the writer is asked to wait (docs/adr/0008).
/// </summary>
public sealed class DoubtfulRequests(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = RateLimits.Doubtful(configuration);

    /// <summary>Counts one; false when it is too many.</summary>
    public bool Admit(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
