using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>
/// Freezes a draft as the next version, which people sign from now on. Refuses an incomplete draft. Releases signed earlier
/// are unaffected.
/// </summary>
public sealed class PublishTemplate(PortalDb db, TimeProvider clock)
{
    /// <summary>The draft as the page showed it.</summary>
    public sealed record Command(string Code, int Version);

    /// <summary>The draft was published under this number.</summary>
    public sealed record Published(int Number) : Outcome.Success;

    /// <summary>Publishes the draft. Publishing the same draft again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        var draft = await db.Set<ReleaseTemplate>().SingleOrDefaultAsync(t => t.Code == command.Code, cancellation);
        if (draft is null)
            return new Outcome.NotFound();
        if (draft.Version != command.Version)
            return new Outcome.Stale();
        var newest = await db.Set<ReleaseTemplateVersion>().AsNoTracking()
            .Where(v => v.Code == draft.Code)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(cancellation);
        if (newest?.DraftVersion == draft.Version)
            return new Published(newest.Number);
        if (newest is not null && draft.IsPublishedAs(newest))
            return new Outcome.Refused("The draft is the same as version {0}. There's nothing to publish.", newest.Number);
        if (TemplateCheck.ProblemsOf(draft.Words()) is [var problem, ..])
            return new Outcome.Refused(problem.Sentence, problem.Arguments);
        var now = clock.GetUtcNow().UtcDateTime;
        var version = ReleaseTemplateVersion.From(draft, (newest?.Number ?? 0) + 1, now, actor.Id);
        db.Add(version);
        db.Record(this, now, actor, null, new TemplatePublished(version.Code, version.Number));
        return await db.CommitAsync(cancellation, new Published(version.Number));
    }
}
