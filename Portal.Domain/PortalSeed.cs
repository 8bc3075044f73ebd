using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Routing;
using Portal.Domain.Topics;

namespace Portal.Domain;

/// <summary>The data that every office starts with. What an office changed stays as it is.</summary>
public sealed class PortalSeed(PortalDb db, AgencySeed agencies, TopicSeed topics, RoutingSeed routing, ReleaseTemplateSeed templates)
{
    /// <summary>Adds what is missing. Two processes on a new database at once: the slower one finds the rows of the other.</summary>
    public Task<Outcome> AddMissingAsync(CancellationToken cancellation) => Outcome.RetryOnceIfStaleAsync(async () =>
    {
        await agencies.AddMissingAsync(cancellation);
        await topics.AddMissingAsync(cancellation);
        await routing.AddMissingAsync(cancellation);
        await templates.AddMissingAsync(cancellation);
        return await db.CommitAsync(cancellation);
    });
}
