using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web.Hosting;

/// <summary>
/// Limits the uploaded bytes that pages work on at the same time, because they hold them in memory. Other uploads wait their turn. A
/// slow connection doesn't take part until its upload has arrived.
/// </summary>
public sealed class FilesAtOnce : IDisposable
{
    /// <summary>Megabytes of files in work at once, in the whole process.</summary>
    public const int MostMegabytes = 240;

    private const int MostWaitingMegabytes = 4_000;
    private const int Megabyte = 1_000_000;
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = MostMegabytes,
        QueueLimit = MostWaitingMegabytes,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a turn; null when too many are waiting already. Dispose of it after the work.</summary>
    public async Task<IDisposable?> WaitAsync(long bytes, CancellationToken cancellation)
    {
        var lease = await _limiter.AcquireAsync((int)Math.Clamp((bytes / Megabyte) + 1, 1, MostMegabytes), cancellation);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        return null;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    /// <summary>Makes each page that is sent files wait for its turn.</summary>
    public sealed class Filter(FilesAtOnce turns) : IAsyncPageFilter
    {
        private const string RetryAfterSeconds = "30";

        /// <inheritdoc />
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        /// <inheritdoc />
        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var request = context.HttpContext.Request;
            if (!request.HasFormContentType || context.HttpContext.IsErrorPage() || (await request.ReadFormAsync()).Files is not { Count: > 0 } files)
            {
                await next();
                return;
            }

            using var turn = await turns.WaitAsync(files.Sum(f => f.Length), context.HttpContext.RequestAborted);
            if (turn is not null)
            {
                await next();
                return;
            }

            context.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
