using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// After a rotation, rewraps data keys that are still wrapped with an older master key. Each row is one conditional update, so an
/// interrupted run resumes where it stopped and never restores a key erased in the meantime.
/// </summary>
[Recurring("Move data keys to the newest master key", Hours = 6)]
public sealed class RewrapDataKeysJob(PortalDb db, MasterKeys keys) : ISweep
{
    private const int BatchSize = 200;

    private readonly DataKeyWrap _wrap = new(keys);

    /// <summary>Returns the number of keys rewrapped.</summary>
    /// <exception cref="CryptographicException">Some couldn't be unwrapped. All others were rewrapped first.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (last, rewrapped, failed) = (Guid.Empty, 0, 0);
        while (await NextAsync(last, cancellation) is { Count: > 0 } batch)
        {
            foreach (var key in batch)
            {
                try
                {
                    rewrapped += await RewrapAsync(key, cancellation);
                }
                catch (CryptographicException)
                {
                    failed++;
                }
            }

            last = batch[^1].OwnerId;
        }

        if (failed > 0)
            throw new CryptographicException(
                $"Data keys we couldn't open: {failed}. Their master key is missing, or they were changed. Data keys rewrapped: {rewrapped}.");
        return rewrapped;
    }

    private Task<List<DataKey>> NextAsync(Guid last, CancellationToken cancellation) => db.Set<DataKey>().AsNoTracking()
        .Where(k => k.MasterKeyId != keys.CurrentId && k.OwnerId > last)
        .OrderBy(k => k.OwnerId)
        .Take(BatchSize)
        .ToListAsync(cancellation);

    private Task<int> RewrapAsync(DataKey key, CancellationToken cancellation)
    {
        var wrapped = _wrap.Wrap(key.OwnerId, _wrap.Unwrap(key.OwnerId, key.WrappedKey));
        return db.Set<DataKey>()
            .Where(k => k.OwnerId == key.OwnerId && k.WrappedKey == key.WrappedKey)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.WrappedKey, wrapped).SetProperty(k => k.MasterKeyId, keys.CurrentId), cancellation);
    }
}
