using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Surges;

namespace Portal.Domain.Desk;

/// <summary>A case of a surge.</summary>
/// <param name="Person">The person's name.</param>
public sealed record SurgeCase(string Reference, SealedText Person, string Language, CaseStatus Status)
{
    /// <summary>How urgent it is.</summary>
    public required Priority Priority { get; init; }

    /// <summary>Who works on it; null for nobody.</summary>
    public required Guid? AssignedToId { get; init; }

    /// <summary>When it came, UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>The day by which the person hears from the office; null once closed.</summary>
    public required DateOnly? PromisedOn { get; init; }
}

/// <summary>A message of a surge, and what became of it.</summary>
/// <param name="Sending">How it was sent; null for a draft.</param>
/// <param name="Reached">How many people it has reached.</param>
public sealed record SurgeMessageRow(SurgeMessage Message, SurgeSending? Sending, int Reached)
{
    /// <summary>How many people were left out, by reason.</summary>
    public required IReadOnlyList<KeyValuePair<LeftOut, int>> LeftOut { get; init; }
}

/// <summary>How many cases and readers a surge has.</summary>
public sealed record SurgeCounts(int Open, int Unassigned, int Closed, int Readers);

/// <summary>What the page of a surge shows.</summary>
public sealed record SurgePage(Surge Surge, SurgeCounts Counts, IReadOnlyList<SurgeCase> Cases, IReadOnlyList<SurgeMessageRow> Messages)
{
    /// <summary>The place of the next page; null on the last.</summary>
    public required Guid? Next { get; init; }
}

/// <summary>Reads a surge: its cases, its messages, and who its news goes to. Never writes.</summary>
public sealed class SurgePageQuery(PortalDb db, SurgePeople people)
{
    private const int PageRows = 50;

    /// <summary>Reads it; null when there's none with this id.</summary>
    /// <param name="after">Only cases that came after this one.</param>
    public async Task<SurgePage?> ReadAsync(Guid surgeId, Guid? after, CancellationToken cancellation)
    {
        if (await db.Set<Surge>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == surgeId, cancellation) is not { } surge)
            return null;
        var cases = await people.CasesAsync(surge, cancellation);
        // The oldest first: they have waited longest.
        var rows = await cases.Where(c => c.ClosedAt == null && c.Id > (after ?? Guid.Empty)).OrderBy(c => c.Id).Take(PageRows + 1).ToListAsync(cancellation);
        await db.ReadKeysAsync(rows.Select(c => c.Id), cancellation);
        return new(surge, await CountAsync(surge, cases, cancellation), [.. rows.Take(PageRows).Select(Row)], await MessagesAsync(surgeId, cancellation))
        {
            Next = rows.Count > PageRows ? rows[PageRows - 1].Id : null,
        };
    }

    /// <summary>The counts of each surge in a list.</summary>
    public async Task<IReadOnlyDictionary<Guid, SurgeCounts>> CountsAsync(IEnumerable<Surge> surges, CancellationToken cancellation)
    {
        var counts = new Dictionary<Guid, SurgeCounts>();
        foreach (var surge in surges)
            counts[surge.Id] = await CountAsync(surge, await people.CasesAsync(surge, cancellation), cancellation);
        return counts;
    }

    private async Task<SurgeCounts> CountAsync(Surge surge, IQueryable<Case> cases, CancellationToken cancellation) => new(
        await cases.CountAsync(c => c.ClosedAt == null, cancellation),
        await cases.CountAsync(c => c.ClosedAt == null && c.AssignedToId == null, cancellation),
        await cases.CountAsync(c => c.ClosedAt != null, cancellation),
        await db.Set<NewsSubscriber>().CountAsync(s => s.SurgeId == surge.Id && s.ConfirmedAt != null, cancellation));

    private static SurgeCase Row(Case @case) => new(@case.Reference, @case.PersonName, @case.Language, @case.Status)
    {
        Priority = @case.Priority,
        AssignedToId = @case.AssignedToId,
        ReceivedAt = @case.ReceivedAt,
        PromisedOn = @case.PromisedOn,
    };

    private async Task<IReadOnlyList<SurgeMessageRow>> MessagesAsync(Guid surgeId, CancellationToken cancellation)
    {
        var messages = await db.Set<SurgeMessage>().AsNoTracking().Where(m => m.SurgeId == surgeId).OrderByDescending(m => m.Id).Take(PageRows).ToListAsync(cancellation);
        var ids = messages.Select(m => m.Id).ToList();
        var sendings = await db.Set<SurgeSending>().AsNoTracking().Where(s => ids.Contains(s.MessageId)).ToDictionaryAsync(s => s.MessageId, cancellation);
        var pieces = await db.Set<SurgePiece>().Where(p => ids.Contains(p.MessageId))
            .GroupBy(p => new { p.MessageId, p.LeftOut, Sent = p.SentAt != null }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return [.. messages.Select(m => new SurgeMessageRow(
            m, sendings.GetValueOrDefault(m.Id), pieces.Where(p => p.Key.MessageId == m.Id && p.Key.Sent).Sum(p => p.Count))
        {
            LeftOut = [.. pieces.Where(p => p.Key.MessageId == m.Id && p.Key.LeftOut is not null).Select(p => KeyValuePair.Create(p.Key.LeftOut!.Value, p.Count)).OrderBy(p => p.Key)],
        })];
    }
}

/// <summary>What the preview of a message to many people shows.</summary>
public sealed record SurgeSendPage(Surge Surge, SurgeMessage Message, IReadOnlyList<SurgePerson> People, MassMail.MassFinding Finding)
{
    /// <summary>Whether it was sent already.</summary>
    public required bool IsSent { get; init; }
}

/// <summary>Reads who a message would go to, and what the guard for mass communication says. Never writes.</summary>
public sealed class SurgeSendQuery(PortalDb db, SurgePeople people, MassMail.MassMailGuard guard, TimeProvider clock)
{
    /// <summary>Reads it; null when there's no such message.</summary>
    public async Task<SurgeSendPage?> ReadAsync(Guid messageId, CancellationToken cancellation)
    {
        if (await FindAsync(messageId, cancellation) is not { } message)
            return null;
        var surge = await db.Set<Surge>().AsNoTracking().SingleAsync(s => s.Id == message.SurgeId, cancellation);
        var everybody = await people.ReadAsync(surge, message.Kind, cancellation);
        await db.ReadKeysAsync(message.Kind == SurgeMessageKind.Reply ? everybody.Select(p => p.Id) : [], cancellation);
        var pieces = new MassMail.MassPieces(message.TextMark, everybody.Count(p => p.Why is null), message.AsAsked, surge.Id);
        return new(surge, message, everybody, await guard.CheckAsync(pieces, clock.GetUtcNow().UtcDateTime, cancellation))
        {
            IsSent = await db.Set<SurgeSending>().AnyAsync(s => s.MessageId == messageId, cancellation),
        };
    }

    /// <summary>The message; null when there's none with this id.</summary>
    public Task<SurgeMessage?> FindAsync(Guid messageId, CancellationToken cancellation) =>
        db.Set<SurgeMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == messageId, cancellation);
}
