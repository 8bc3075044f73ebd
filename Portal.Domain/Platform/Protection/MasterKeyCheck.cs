using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// Checks whether the key ring opens the stored data. A key's id says which one is needed; a known value sealed with it says whether
/// this is really that one.
/// </summary>
public sealed class MasterKeyCheck(PortalDb db, MasterKeys keys)
{
    /// <summary>The proof of the key for indexes and code hashes. It can't be a key's id, which has no space.</summary>
    public const string IndexName = "the index";

    private const string KnownValue = "Portal can read its data.";

    /// <summary>What's wrong with the key ring, as a sentence with a remedy; null when nothing is.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellation)
    {
        if (await MissingAsync(cancellation) is { Count: > 0 } missing)
            return $"Some data is sealed by a master key that is missing: {string.Join(", ", missing)}. Restore it from the key backup.";
        var proofs = await db.Set<KeyProof>().AsNoTracking().ToListAsync(cancellation);
        var wrong = proofs.Where(p => keys.Ids.Contains(p.Name) && !IsProven(p)).Select(p => p.Name).ToList();
        if (wrong.Count > 0)
            return $"The master key {string.Join(", ", wrong)} has the right name, but it isn't the key that sealed the data. Restore it from the key backup.";
        return proofs.Find(p => p.Name == IndexName) is { } index && index.Value != IndexValue()
            ? $"The key ring names {keys.IndexId} as the key of the search indexes, but they were made with another one. Restore the key ring from the key backup."
            : null;
    }

    /// <summary>
    /// Keeps a proof of each key that has none. Call it only when <see cref="ProblemAsync"/> finds none, before anything is sealed.
    /// </summary>
    public async Task KeepProofsAsync(CancellationToken cancellation)
    {
        var kept = await db.Set<KeyProof>().Select(p => p.Name).ToListAsync(cancellation);
        foreach (var id in keys.Ids.Except(kept))
            db.Add(new KeyProof { Name = id, Value = CipherOf(id).Seal(KnownValue, PlaceOf(id)) });
        if (!kept.Contains(IndexName))
            db.Add(new KeyProof { Name = IndexName, Value = IndexValue() });
        // Another process that starts at the same time may be first. Its proofs then hold for this one too.
        if (!(await db.CommitAsync(cancellation)).Succeeded && await ProblemAsync(cancellation) is { } problem)
            throw new CryptographicException(problem);
    }

    /// <summary>Whether a database, which may not exist yet, has data that only a master key can open.</summary>
    public static bool HoldsSealedData(DatabaseSettings database)
    {
        using var db = database.Open();
        return db.Database.GetAppliedMigrations().Any() && (db.Set<DataKey>().Any() || db.Set<ProtectionKey>().Any() || db.Set<KeyProof>().Any());
    }

    // Data keys move to the newest master key; the framework's keys and staff's authenticator keys stay with the one that sealed them.
    private async Task<List<string>> MissingAsync(CancellationToken cancellation)
    {
        var wrapping = await db.Set<DataKey>().Select(k => k.MasterKeyId).Distinct().ToListAsync(cancellation);
        var sealedTexts = await db.Set<ProtectionKey>().Select(k => k.SealedXml)
            .Concat(db.Set<IdentityUserToken<Guid>>().Where(t => t.Name == "AuthenticatorKey" && t.Value != null).Select(t => t.Value!)).ToListAsync(cancellation);
        return [.. wrapping.Concat(sealedTexts.Select(FieldCipher.KeyIdOf)).Except(keys.Ids).Order(StringComparer.Ordinal)];
    }

    private bool IsProven(KeyProof proof)
    {
        try
        {
            return CipherOf(proof.Name).Unseal(proof.Value, PlaceOf(proof.Name)) == KnownValue;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private FieldCipher CipherOf(string id) => new(id, known => keys.Derive("key-proof", known));

    private string IndexValue() => new BlindIndex(keys).Of("key-proof", KnownValue);

    private static string PlaceOf(string id) => $"KeyProof/{id}/Value";
}
