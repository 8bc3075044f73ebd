using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Desk;

/// <summary>A view of the queue was taken out as a file.</summary>
public sealed record ViewExported(QueueView View, int Cases) : IEvent;

/// <summary>Reads a whole view of the queue for a file. Names leave the office with it, so it's recorded first.</summary>
public sealed class ExportView(PortalDb db, CaseQueue queue, TimeProvider clock)
{
    /// <summary>The most cases in one file.</summary>
    public const int Most = 2_000;

    /// <summary>The rows of the file.</summary>
    public sealed record Exported(IReadOnlyList<CaseQueueRow> Rows) : Outcome.Success;

    /// <summary>Reads them.</summary>
    public async Task<Outcome> ExecuteAsync(CaseQueueFilter filter, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ExportCases) is { } refusal)
            return refusal;
        var rows = new List<CaseQueueRow>();
        CaseQueueCursor? after = null;
        do
        {
            var page = await queue.PageAsync(filter, actor.Id, after, cancellation);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null && rows.Count < Most);
        if (after is not null)
            return new Outcome.Refused("This view has more than 2,000 cases. Filter it first.");
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new ViewExported(filter.View, rows.Count));
        return await db.CommitAsync(cancellation, new Exported(rows));
    }
}
