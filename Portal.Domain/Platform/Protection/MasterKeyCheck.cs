using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Protection;

/// <summary>Whether the key ring opens what is stored.</summary>
public sealed class MasterKeyCheck(PortalDb db, MasterKeys keys)
{
    /// <summary>Ids of keys that data is protected by and that are not in the ring.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellation) =>
        [.. (await db.Set<DataKey>().Select(k => k.MasterKeyId).Distinct().ToListAsync(cancellation)).Except(keys.Ids)];

    /// <summary>Whether a database, which may not be there yet, holds data that only a master key opens.</summary>
    public static bool HoldsSealedData(DatabaseSettings database)
    {
        using var db = database.Open();
        return db.Database.GetAppliedMigrations().Any() && (db.Set<DataKey>().Any() || db.Set<ProtectionKey>().Any());
    }
}
