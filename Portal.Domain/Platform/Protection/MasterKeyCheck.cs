using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Protection;

/// <summary>Checks whether the key ring can decrypt the stored data.</summary>
public sealed class MasterKeyCheck(PortalDb db, MasterKeys keys)
{
    /// <summary>Ids of master keys that protect stored data but aren't in the ring.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellation) =>
        [.. (await db.Set<DataKey>().Select(k => k.MasterKeyId).Distinct().ToListAsync(cancellation)).Except(keys.Ids)];

    /// <summary>Whether a database, which may not exist yet, has data that only a master key can decrypt.</summary>
    public static bool HoldsSealedData(DatabaseSettings database)
    {
        using var db = database.Open();
        return db.Database.GetAppliedMigrations().Any() && (db.Set<DataKey>().Any() || db.Set<ProtectionKey>().Any());
    }
}
