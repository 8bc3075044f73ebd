using System.Collections.Concurrent;

namespace Portal.Domain.Platform.Jobs;

/// <summary>
/// Allows one run of each job at a time in this process. One more may wait: it will see everything saved in the meantime, so a
/// third would find nothing to do.
/// </summary>
internal sealed class JobTurns
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new();

    /// <summary>The turn, to be disposed after the run; null when another run has it.</summary>
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
