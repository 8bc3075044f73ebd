using System.Security.Cryptography;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Web.Hosting;

/// <summary>Prepares the database: migrations, triggers, and the data every office starts with.</summary>
public sealed class StartUp(DatabaseUpgrade upgrade, MasterKeyCheck keys, PortalSeed seed)
{
    /// <summary>Can safely run again on every start.</summary>
    /// <exception cref="CryptographicException">Data is sealed with a master key that isn't available.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await upgrade.RunAsync(cancellation);
        if (await keys.MissingAsync(cancellation) is { Count: > 0 } missing)
            throw new CryptographicException($"Data is sealed by a master key that is not here: {string.Join(", ", missing)}. Restore it from the key backup.");
        if (await seed.AddMissingAsync(cancellation) is Outcome.Stale)
            throw new InvalidOperationException("The data every office starts with could not be written.");
    }
}
