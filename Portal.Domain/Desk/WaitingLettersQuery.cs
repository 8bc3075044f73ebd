using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>A letter that waits for another person, was signed, was sent back, or couldn't go out.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="Person">The name the case goes by.</param>
/// <param name="Agency">The agency's code.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record WaitingLetter(Guid Id, string Reference, string Person, string Agency, string Author, DateTime Since)
{
    /// <summary>Whom it waits for; null when it waits for its author.</summary>
    public LetterHold? For { get; init; }

    /// <summary>Whether it couldn't go out as it stood.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether the Member signed it, so that it can go out.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether somebody wants it changed.</summary>
    public bool IsSentBack { get; init; }
}

/// <summary>Reads the letters that wait. Never writes.</summary>
public sealed class WaitingLettersQuery(PortalDb db, StaffDirectory staff)
{
    private const int Most = 100;

    /// <summary>The letters, the longest waiting first.</summary>
    public async Task<IReadOnlyList<WaitingLetter>> ReadAsync(CancellationToken cancellation)
    {
        var drafts = await db.Set<LetterDraft>().AsNoTracking().Where(d => d.SendAt == null && (d.HeldSince != null || d.ReturnedAt != null || d.SignedAt != null || d.SentBackById != null))
            .Where(d => db.Set<Case>().Any(c => c.Id == d.CaseId && c.ClosedAt == null))
            .OrderBy(d => d.HeldSince ?? d.SavedAt).Take(Most).ToListAsync(cancellation);
        var ids = drafts.Select(d => d.CaseId).ToList();
        await db.ReadKeysAsync(ids, cancellation);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        var names = await staff.NamesAsync(cancellation);
        return
        [
            .. drafts.Select(d => new WaitingLetter(
                d.Id, cases[d.CaseId].Reference, cases[d.CaseId].PersonName, LetterContent.Read(d.Content).AgencyCode, names.GetValueOrDefault(d.AuthorId, ""),
                d.HeldSince ?? d.SignedAt ?? d.ReturnedAt ?? d.SavedAt)
            {
                For = d.HeldFor,
                IsReturned = d.ReturnedAt is not null,
                IsSigned = d.SignedAt is not null,
                IsSentBack = d.SentBackById is not null,
            }),
        ];
    }
}
