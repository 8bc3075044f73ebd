using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Knowledge;

/// <summary>Reads the office's procedures. Never writes.</summary>
public sealed class ProcedureList(PortalDb db)
{
    /// <summary>Those in use, by title.</summary>
    public async Task<IReadOnlyList<Procedure>> ReadAsync(string language, CancellationToken cancellation) =>
        Sorted(await db.Set<Procedure>().AsNoTracking().Where(p => p.RetiredAt == null).ToListAsync(cancellation), language);

    /// <summary>Those that were retired, by title.</summary>
    public async Task<IReadOnlyList<Procedure>> RetiredAsync(string language, CancellationToken cancellation) =>
        Sorted(await db.Set<Procedure>().AsNoTracking().Where(p => p.RetiredAt != null).ToListAsync(cancellation), language);

    /// <summary>Those in use that concern a topic, by title.</summary>
    public async Task<IReadOnlyList<Procedure>> OfTopicAsync(string? topic, string language, CancellationToken cancellation) =>
        topic is null ? [] : Sorted(await db.Set<Procedure>().AsNoTracking().Where(p => p.RetiredAt == null && p.Card.Topics.Contains(topic)).ToListAsync(cancellation), language);

    /// <summary>One of them, retired or not; null when there's none with this id.</summary>
    public Task<Procedure?> FindAsync(Guid id, CancellationToken cancellation) => db.Set<Procedure>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation);

    private static List<Procedure> Sorted(IEnumerable<Procedure> procedures, string language) =>
        [.. procedures.OrderBy(p => p.Card.TitleIn(language), StringComparer.Create(Texts.CultureOf(language), ignoreCase: true))];
}

/// <summary>The procedures a new office starts with.</summary>
public sealed class ProcedureSeed(PortalDb db)
{
    private sealed record Row(Guid Id, Bilingual Title, IReadOnlyList<string> Topics)
    {
        public required string Source { get; init; }

        public required Lines Text { get; init; }
    }

    private sealed record Lines(string[] En, string[] Es);

    /// <summary>Adds procedures this office has never had; doesn't save. One the office retired stays retired.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var known = await db.Set<Procedure>().Select(p => p.Id).ToListAsync(cancellation);
        db.AddRange(SeedFile.Read<List<Row>>("procedures.json").Where(r => !known.Contains(r.Id)).Select(r => new Procedure { Id = r.Id, Card = CardOf(r) }));
    }

    private static ProcedureCard CardOf(Row row) => new ProcedureCard
    {
        Title = row.Title.En,
        TitleEs = row.Title.Es,
        Body = string.Join('\n', row.Text.En),
        BodyEs = string.Join('\n', row.Text.Es),
        Topics = row.Topics,
        Source = row.Source,
    }.Cleaned();
}
