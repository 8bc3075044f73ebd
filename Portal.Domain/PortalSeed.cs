using Portal.Domain.Agencies;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Routing;
using Portal.Domain.Topics;

namespace Portal.Domain;

/// <summary>The data every office starts with. Never overwrites what an office has changed.</summary>
public sealed class PortalSeed(PortalDb db, AgencySeed agencies, AgencyFacts facts, TopicSeed topics, RoutingSeed routing, ReleaseTemplateSeed templates, MessageTemplateSeed messages)
{
    /// <summary>Adds what is missing. If two processes seed a new database at once, the slower one retries and finds the other's rows.</summary>
    public Task<Outcome> AddMissingAsync(CancellationToken cancellation) => Outcome.RetryOnceIfStaleAsync(async () =>
    {
        await agencies.AddMissingAsync(cancellation);
        await facts.AddMissingAsync(cancellation);
        await topics.AddMissingAsync(cancellation);
        await routing.AddMissingAsync(cancellation);
        await templates.AddMissingAsync(cancellation);
        await messages.AddMissingAsync(cancellation);
        return await db.CommitAsync(cancellation);
    });
}
