using System.Security.Cryptography;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Web.Hosting;

/// <summary>Makes the database ready: migrations, triggers, and the data that every office starts with.</summary>
public sealed class StartUp(DatabaseUpgrade upgrade, MasterKeyCheck keys, PortalSeed seed)
{
    /// <summary>Safe to run again at every start.</summary>
    /// <exception cref="CryptographicException">Data is sealed by a master key that is not here.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await upgrade.RunAsync(cancellation);
        if (await keys.MissingAsync(cancellation) is { Count: > 0 } missing)
            throw new CryptographicException($"Data is sealed by a master key that is not here: {string.Join(", ", missing)}. Restore it from the key backup.");
        if (await seed.AddMissingAsync(cancellation) is Outcome.Stale)
            throw new InvalidOperationException("The data every office starts with could not be written.");
    }
}
