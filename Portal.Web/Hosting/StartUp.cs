using System.Security.Cryptography;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Routing;
using Portal.Domain.Topics;

namespace Portal.Web.Hosting;

/// <summary>Makes the database ready: migrations, triggers, and the data that every office starts with.</summary>
public sealed class StartUp(DatabaseUpgrade upgrade, AgencySeed agencies, TopicSeed topics, RoutingSeed routing, ReleaseTemplateSeed templates, MasterKeys keys, PortalDb db)
{
    /// <summary>Safe to run again at every start.</summary>
    /// <exception cref="CryptographicException">Data is sealed by a master key that is not here.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await upgrade.ExecuteAsync(cancellation);
        if (await keys.MissingAsync(db, cancellation) is { Count: > 0 } missing)
            throw new CryptographicException($"Data is sealed by a master key that is not here: {string.Join(", ", missing)}. Restore it from the key backup.");
        // Two processes on a new database at once: the slower one finds the rows of the other.
        if (await SeedAsync(cancellation) is Outcome.Stale && await SeedAsync(cancellation) is Outcome.Stale)
            throw new InvalidOperationException("The data every office starts with could not be written.");
    }

    private async Task<Outcome> SeedAsync(CancellationToken cancellation)
    {
        await agencies.AddMissingAsync(cancellation);
        await topics.AddMissingAsync(cancellation);
        await routing.AddMissingAsync(cancellation);
        await templates.AddMissingAsync(cancellation);
        return await db.CommitAsync(cancellation);
    }
}
