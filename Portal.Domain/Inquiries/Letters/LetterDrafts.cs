using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>How often a guard's finding stayed.</summary>
/// <param name="Guard">The guard's code.</param>
/// <param name="Count">In how many letters.</param>
public sealed record GuardCount(string Guard, int Count);

/// <summary>Reads letters that haven't gone out.</summary>
public sealed class LetterDrafts(PortalDb db)
{
    /// <summary>A draft of a case; null when there's none with this id.</summary>
    public Task<LetterDraft?> FindAsync(Guid caseId, Guid letterId, CancellationToken cancellation) =>
        db.Set<LetterDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == letterId && d.CaseId == caseId, cancellation);

    /// <summary>The drafts of a case, the oldest first.</summary>
    public async Task<IReadOnlyList<LetterDraft>> OfCaseAsync(Guid caseId, CancellationToken cancellation) =>
        await db.Set<LetterDraft>().AsNoTracking().Where(d => d.CaseId == caseId).OrderBy(d => d.Id).ToListAsync(cancellation);

    /// <summary>Letters that went out about a case, the oldest first.</summary>
    public async Task<IReadOnlyList<SentLetter>> SentAsync(Guid caseId, CancellationToken cancellation) =>
        await db.Set<SentLetter>().AsNoTracking().Where(l => l.CaseId == caseId).OrderBy(l => l.Id).ToListAsync(cancellation);

    /// <summary>Whether the letter was sent meanwhile.</summary>
    public Task<bool> IsSentAsync(Guid caseId, Guid letterId, CancellationToken cancellation) =>
        db.IsLetterSentAsync(caseId, letterId, cancellation);

    /// <summary>The seal on the letterhead; null when there is none.</summary>
    public Task<byte[]?> SealAsync(CancellationToken cancellation) => db.Set<LetterheadSeal>().Select(s => (byte[]?)s.Picture).SingleOrDefaultAsync(cancellation);

    /// <summary>Whether the letterhead has a seal.</summary>
    public Task<bool> HasSealAsync(CancellationToken cancellation) => db.Set<LetterheadSeal>().AnyAsync(cancellation);

    /// <summary>How often each guard's finding stayed, the most often first.</summary>
    public async Task<IReadOnlyList<GuardCount>> OverriddenAsync(CancellationToken cancellation) =>
        [.. (await db.Set<GuardOverride>().GroupBy(o => o.Guard).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation))
            .OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new GuardCount(g.Key, g.Count))];
}
