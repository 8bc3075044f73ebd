using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Topics;

namespace Portal.Domain.Cases;

/// <summary>Changes the case's topic and agency.</summary>
public sealed class ChangeTopic(PortalDb db, TopicCatalog topics, TimeProvider clock)
{
    /// <summary>The case as the form saw it, and a topic or only an agency.</summary>
    public sealed record Command(Guid CaseId, int? Version, string? TopicCode, string? AgencyCode);

    /// <summary>Changes the topic and the agency.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        var topic = await topics.FindAsync(command.TopicCode, cancellation);
        var agency = topic?.Agency ?? command.AgencyCode;
        if (agency is null || !await db.Set<Agency>().AnyAsync(a => a.Code == agency, cancellation))
            return new Outcome.Refused("Choose a topic or an agency from the list.");
        if (@case.TopicCode == topic?.Code && @case.AgencyCode == agency)
            return Outcome.Done;
        db.Record(
            this, clock.GetUtcNow().UtcDateTime, actor, @case.Id,
            new TopicChanged(@case.TopicCode, topic?.Code, @case.AgencyCode, agency));
        (@case.TopicCode, @case.AgencyCode) = (topic?.Code, agency);
        return await db.CommitAsync(cancellation);
    }
}
