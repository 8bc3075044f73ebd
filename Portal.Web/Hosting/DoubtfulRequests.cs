using System.Threading.RateLimiting;

namespace Portal.Web.Hosting;

/// <summary>
/// Limits the requests one client address may send that the bot check couldn't clear. They're accepted for staff to
/// review; past the limit, which only a script reaches, the sender is asked to wait (docs/adr/0008).
/// </summary>
public sealed class DoubtfulRequests(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = RateLimits.Doubtful(configuration);

    /// <summary>Counts a request; false if there are too many.</summary>
    public bool Admit(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
