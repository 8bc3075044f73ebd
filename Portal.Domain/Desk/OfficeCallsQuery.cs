using Microsoft.EntityFrameworkCore;
using Portal.Domain.Calls;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Desk;

/// <summary>Calls that belong to no case.</summary>
/// <param name="ToReturn">Those somebody has to call back, the earliest first.</param>
/// <param name="Done">The last ones there's nothing to do about, the latest first.</param>
public sealed record OfficeCallsPage(IReadOnlyList<OfficeCall> ToReturn, IReadOnlyList<OfficeCall> Done)
{
    /// <summary>Where the next page begins; null when there's none.</summary>
    public Guid? NextBefore { get; init; }
}

/// <summary>Reads calls that belong to no case. Its cost doesn't grow with the calls of the past. Never writes.</summary>
public sealed class OfficeCallsQuery(PortalDb db)
{
    private const int Most = 50;
    private const int MostToReturn = 200;

    /// <summary>The page; empty for a reader who may not write notes.</summary>
    /// <param name="before">The last call of the page before; null for the first page.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<OfficeCallsPage> ReadAsync(Guid? before, Actor reader, CancellationToken cancellation)
    {
        if (!reader.May(Permission.WriteNotes))
            return new([], []);
        var calls = db.Set<OfficeCall>().AsNoTracking();
        var toReturn = await calls.Where(c => c.EndedAt == null).OrderBy(c => c.CallBackOn).ThenBy(c => c.CallBackAt).ThenBy(c => c.Id).Take(MostToReturn).ToListAsync(cancellation);
        var ended = calls.Where(c => c.EndedAt != null);
        if (before is { } id)
            ended = ended.Where(c => c.Id.CompareTo(id) < 0);
        var done = await ended.OrderByDescending(c => c.Id).Take(Most + 1).ToListAsync(cancellation);
        var page = new OfficeCallsPage(toReturn, [.. done.Take(Most)]) { NextBefore = done.Count > Most ? done[Most - 1].Id : null };
        await db.ReadKeysAsync([.. page.ToReturn.Concat(page.Done).Select(c => c.Id)], cancellation);
        return page;
    }

    /// <summary>One call; null when there's none, or the reader may not write notes.</summary>
    public async Task<OfficeCall?> FindAsync(Guid id, Actor reader, CancellationToken cancellation) =>
        reader.May(Permission.WriteNotes) ? await db.Set<OfficeCall>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation) : null;

    /// <summary>The calls one person has to return until a day, the earliest first.</summary>
    public async Task<IReadOnlyList<OfficeCall>> OwedByAsync(Guid staff, DateOnly until, CancellationToken cancellation)
    {
        var owed = await db.Set<OfficeCall>().AsNoTracking().Where(c => c.EndedAt == null && c.ForId == staff && c.CallBackOn <= until)
            .OrderBy(c => c.CallBackOn).ThenBy(c => c.CallBackAt).Take(MostToReturn).ToListAsync(cancellation);
        await db.ReadKeysAsync([.. owed.Select(c => c.Id)], cancellation);
        return owed;
    }
}
