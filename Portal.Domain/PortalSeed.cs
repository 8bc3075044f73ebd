using Portal.Domain.Agencies;
using Portal.Domain.Knowledge;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Routing;
using Portal.Domain.Topics;

namespace Portal.Domain;

/// <summary>The data every office starts with. Never overwrites what an office has changed.</summary>
public sealed class PortalSeed(PortalDb db, AgencySeed agencies, AgencyFacts facts, TopicSeed topics, RoutingSeed routing, ReleaseTemplateSeed templates, TextSeed texts)
{
    /// <summary>Adds what is missing. If two processes seed a new database at once, the slower one retries and finds the other's rows.</summary>
    public Task<Outcome> AddMissingAsync(CancellationToken cancellation) => Outcome.RetryOnceIfStaleAsync(async () =>
    {
        await agencies.AddMissingAsync(cancellation);
        await facts.AddMissingAsync(cancellation);
        await topics.AddMissingAsync(cancellation);
        await routing.AddMissingAsync(cancellation);
        await templates.AddMissingAsync(cancellation);
        await texts.AddMissingAsync(cancellation);
        return await db.CommitAsync(cancellation);
    });
}

/// <summary>The texts for staff that every office starts with.</summary>
public sealed class TextSeed(MessageTemplateSeed messages, ProcedureSeed procedures)
{
    /// <summary>Adds those this office has never had; doesn't save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        await messages.AddMissingAsync(cancellation);
        await procedures.AddMissingAsync(cancellation);
    }
}
