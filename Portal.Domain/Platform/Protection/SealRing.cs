using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// Seals and opens the <see cref="SealedText"/> of one context. It reads the key of each case once, and rows of no case
/// are sealed with the master key.
/// </summary>
internal sealed class SealRing(PortalDb db, MasterKeys keys)
{
    private readonly Dictionary<Guid, CaseCipher> _ciphers = [];
    private readonly DataKeyWrap _wrap = new(keys);
    private readonly SystemCipher _system = new(keys);

    /// <summary>Makes blind indexes with the same keys.</summary>
    public BlindIndex Index { get; } = new(keys);

    /// <summary>Keeps a cipher that was opened elsewhere.</summary>
    public void Keep(CaseCipher cipher) => _ciphers[cipher.OwnerId] = cipher;

    /// <summary>Forgets the key of a case.</summary>
    public void Forget(Guid owner) => _ciphers.Remove(owner);

    /// <summary>Seals what a tracked row that was added or changed holds unsealed.</summary>
    public async Task SealAsync(EntityEntry entry, CancellationToken cancellation)
    {
        var columns = SealedColumns.Of(entry.Metadata);
        var open = columns.ToSeal(entry.Entity, columns.KeyOf(entry)).ToList();
        if (open.Count == 0)
            return;
        var seal = columns.OwnerOf(entry) is { } owner ? (await OfAsync(owner, cancellation)).Seal : (Func<string, string, string>)_system.Seal;
        foreach (var (value, place) in open)
            value.Seal(place, seal);
    }

    /// <summary>Lets the values of a row that was read open themselves.</summary>
    public void OpenLater(SealedColumns columns, object row, Guid key)
    {
        foreach (var (value, place) in columns.In(row, key))
            value.OpenWith(place, Open);
    }

    /// <summary>Opens one value.</summary>
    public string Open(string stored, string place)
    {
        var key = FieldCipher.KeyIdOf(stored);
        return Guid.TryParseExact(key, "N", out var owner)
            ? (Find(owner) ?? throw new KeyErasedException(owner)).Unseal(stored, place)
            : _system.Unseal(stored, place);
    }

    /// <summary>Reads the keys of many cases at once, so that opening their texts doesn't read them one by one.</summary>
    public async Task ReadAsync(IEnumerable<Guid> owners, CancellationToken cancellation)
    {
        var missing = owners.Where(o => !_ciphers.ContainsKey(o)).Distinct().ToList();
        if (missing.Count == 0)
            return;
        foreach (var row in await db.Set<DataKey>().AsNoTracking().Where(k => EF.Parameter(missing).Contains(k.OwnerId)).ToListAsync(cancellation))
            Keep(Unwrap(row));
    }

    private async Task<CaseCipher> OfAsync(Guid owner, CancellationToken cancellation)
    {
        // Asked for here, so that finding it needs no query.
        if (!_ciphers.ContainsKey(owner))
            await db.Set<DataKey>().FindAsync([owner], cancellation);
        return Find(owner) ?? throw new KeyErasedException(owner);
    }

    private CaseCipher? Find(Guid owner)
    {
        if (_ciphers.GetValueOrDefault(owner) is { } known)
            return known;
        if (db.Set<DataKey>().Find(owner) is not { } row)
            return null;
        var (cipher, state) = (Unwrap(row), db.Entry(row).State);
        // A key that isn't saved yet may never be.
        if (state == EntityState.Unchanged)
            Keep(cipher);
        return state == EntityState.Deleted ? null : cipher;
    }

    private CaseCipher Unwrap(DataKey row) => new(row.OwnerId, _wrap.Unwrap(row.OwnerId, row.WrappedKey));
}
