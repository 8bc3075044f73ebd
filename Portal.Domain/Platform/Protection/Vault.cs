using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Protection;

/// <summary>Provides each case's cipher. One per scope; the operation saves what it adds or removes.</summary>
public sealed class Vault(PortalDb db, MasterKeys keys, TimeProvider clock)
{
    private sealed record Held(CaseCipher? Cipher, DataKey? Unsaved);

    private readonly DataKeyWrap _wrap = new(keys);
    private readonly Dictionary<Guid, Held> _held = [];

    /// <summary>Creates the data key of a new case and adds it to the context. Doesn't save.</summary>
    /// <exception cref="InvalidOperationException">This scope already created or loaded one for the case.</exception>
    public CaseCipher Create(Guid owner)
    {
        if (Recall(owner) is not null)
            throw new InvalidOperationException($"{owner} already has a data key.");
        var dataKey = RandomNumberGenerator.GetBytes(MasterKeys.KeySize);
        var row = new DataKey
        {
            OwnerId = owner,
            WrappedKey = _wrap.Wrap(owner, dataKey),
            MasterKeyId = keys.CurrentId,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(row);
        return Hold(owner, new CaseCipher(owner, dataKey), row);
    }

    /// <summary>The cipher of a case.</summary>
    /// <exception cref="KeyErasedException">Its key was erased.</exception>
    /// <exception cref="CryptographicException">Its key was changed, or the master key is missing.</exception>
    public async Task<CaseCipher> OpenAsync(Guid owner, CancellationToken cancellation) =>
        Recall(owner) ?? Unwrap(owner, await Wrapped(owner).FirstOrDefaultAsync(cancellation));

    /// <summary>The ciphers of many cases, from one query; those whose keys were erased are left out.</summary>
    /// <exception cref="CryptographicException">A key was changed, or the master key is missing.</exception>
    public async Task<IReadOnlyDictionary<Guid, CaseCipher>> OpenAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancellation) =>
        (await db.Set<DataKey>().Where(k => owners.Contains(k.OwnerId)).Select(k => new { k.OwnerId, k.WrappedKey }).ToListAsync(cancellation))
            .ToDictionary(k => k.OwnerId, k => Recall(k.OwnerId) ?? Unwrap(k.OwnerId, k.WrappedKey));

    /// <inheritdoc cref="OpenAsync(Guid, CancellationToken)" />
    public CaseCipher Open(Guid owner) => Recall(owner) ?? Unwrap(owner, Wrapped(owner).FirstOrDefault());

    /// <summary>Removes the data key of a case. Doesn't save; once saved, nothing it protected can ever be read again.</summary>
    public async Task EraseAsync(Guid owner, CancellationToken cancellation)
    {
        if (await db.Set<DataKey>().FirstOrDefaultAsync(k => k.OwnerId == owner, cancellation) is { } row)
            db.Remove(row);
        db.Seals.Forget(owner);
        _held[owner] = new(null, null);
    }

    private IQueryable<string> Wrapped(Guid owner) => db.Set<DataKey>().Where(k => k.OwnerId == owner).Select(k => k.WrappedKey);

    private CaseCipher? Recall(Guid owner)
    {
        if (!_held.TryGetValue(owner, out var held))
            return null;
        // The context dropped a key it never saved; sealing with it would lose the data.
        if (held.Unsaved is { } row && db.Entry(row).State == EntityState.Detached)
        {
            _held.Remove(owner);
            return null;
        }

        return held.Cipher ?? throw new KeyErasedException(owner);
    }

    private CaseCipher Unwrap(Guid owner, string? wrapped) =>
        Hold(owner, new CaseCipher(owner, _wrap.Unwrap(owner, wrapped ?? throw new KeyErasedException(owner))), null);

    private CaseCipher Hold(Guid owner, CaseCipher cipher, DataKey? unsaved)
    {
        _held[owner] = new(cipher, unsaved);
        if (unsaved is null)
            db.Seals.Keep(cipher);
        return cipher;
    }
}
