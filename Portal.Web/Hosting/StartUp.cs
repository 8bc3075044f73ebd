using System.Security.Cryptography;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Web.Hosting;

/// <summary>Prepares the data directory and the database: access rights, migrations, triggers, and the data every office starts with.</summary>
public sealed class StartUp(PrivateData data, DatabaseUpgrade upgrade, MasterKeyCheck keys, PortalSeed seed)
{
    /// <summary>Can safely run again on every start.</summary>
    /// <exception cref="CryptographicException">The master key that sealed the data is missing, or another key has its name.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        data.Protect();
        await upgrade.RunAsync(cancellation);
        if (await keys.ProblemAsync(cancellation) is { } problem)
            throw new CryptographicException(problem);
        await keys.KeepProofsAsync(cancellation);
        if (await seed.AddMissingAsync(cancellation) is Outcome.Stale)
            throw new InvalidOperationException("The data every office starts with could not be written.");
    }
}
