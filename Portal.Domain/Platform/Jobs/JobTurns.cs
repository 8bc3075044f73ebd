using System.Collections.Concurrent;

namespace Portal.Domain.Platform.Jobs;

/// <summary>
/// Lets one run of each job go ahead in this process. One more may wait: it begins after everything that was saved
/// meanwhile, so a third one would find nothing.
/// </summary>
internal sealed class JobTurns
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new();

    /// <summary>The turn, to be disposed of after the run; null when it is another run's.</summary>
    public Task<IDisposable?> TakeAsync(string job, bool waits, CancellationToken cancellation) =>
        _turns.GetOrAdd(job, _ => new Turn()).TakeAsync(waits, cancellation);

    private sealed class Turn : IDisposable
    {
        private readonly SemaphoreSlim _free = new(1, 1);
        private int _waiting;

        public async Task<IDisposable?> TakeAsync(bool waits, CancellationToken cancellation)
        {
            if (_free.Wait(0, CancellationToken.None))
                return this;
            if (!waits || Interlocked.Exchange(ref _waiting, 1) == 1)
                return null;
            try
            {
                await _free.WaitAsync(cancellation);
            }
            finally
            {
                Volatile.Write(ref _waiting, 0);
            }

            return this;
        }

        public void Dispose() => _free.Release();
    }
}
