using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>Chooses all tags of one case.</summary>
public sealed class ChangeTags(PortalDb db, TimeProvider clock)
{
    /// <summary>The case, and the tags it has from now on.</summary>
    public sealed record Command(Guid CaseId, IReadOnlyList<Guid> Tags);

    /// <summary>Changes them. Choosing the same twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        var had = await db.Set<CaseTag>().Where(t => t.CaseId == @case.Id).ToListAsync(cancellation);
        var added = await db.Set<Tag>().Where(t => t.EndedAt == null && command.Tags.Contains(t.Id)).Select(t => t.Id).ToListAsync(cancellation);
        added.RemoveAll(id => had.Exists(t => t.TagId == id));
        var removed = had.FindAll(t => !command.Tags.Contains(t.TagId));
        if (added.Count + removed.Count == 0)
            return Outcome.Done;
        db.RemoveRange(removed);
        db.AddRange(added.Select(id => new CaseTag { CaseId = @case.Id, TagId = id }));
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new CaseTagsChanged(added, removed.ConvertAll(t => t.TagId)));
        return await db.CommitAsync(cancellation);
    }
}
