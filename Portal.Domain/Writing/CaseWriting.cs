using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.Domain.Writing;

/// <summary>A coworker who has the case open.</summary>
/// <param name="Name">Who.</param>
/// <param name="Form">The form they type in; null while they only read.</param>
/// <param name="SeenAt">When their page was last heard of, UTC.</param>
public sealed record Coworker(string Name, string? Form, DateTime SeenAt);

/// <summary>A form with something typed and not sent.</summary>
/// <param name="Form">The form, by the part of its address after the case.</param>
/// <param name="SavedAt">When it was kept, UTC.</param>
public sealed record KeptForm(string Form, DateTime SavedAt);

/// <summary>Reads who is at a case and what the reader has typed there.</summary>
public sealed class CaseWriting(PortalDb db, StaffDirectory staff, TimeProvider clock)
{
    /// <summary>What the reader typed in a form; null when nothing is kept.</summary>
    public Task<CaseDraft?> DraftAsync(Guid caseId, string form, Actor reader, CancellationToken cancellation) =>
        db.Set<CaseDraft>().AsNoTracking().Where(d => d.EndedKey == null).FindDraftAsync(caseId, reader.Id, form, cancellation);

    /// <summary>Whether its writer did something in the case after it was kept, so that it may have been sent already.</summary>
    public Task<bool> MayBeSentAsync(CaseDraft draft, CancellationToken cancellation) =>
        db.Set<ActivityEntry>().AnyAsync(e => e.CaseId == draft.CaseId && e.ActorId == draft.StaffId && e.OccurredAt > draft.SavedAt, cancellation);

    /// <summary>The forms of a case in which the reader typed something, the newest first.</summary>
    public async Task<IReadOnlyList<KeptForm>> KeptAsync(Guid caseId, Actor reader, CancellationToken cancellation) =>
        await db.Set<CaseDraft>().Where(d => d.CaseId == caseId && d.StaffId == reader.Id && d.EndedKey == null).OrderByDescending(d => d.SavedAt)
            .Select(d => new KeptForm(d.Form, d.SavedAt)).ToListAsync(cancellation);

    /// <summary>Coworkers who have the case open now, those who type first.</summary>
    public async Task<IReadOnlyList<Coworker>> CoworkersAsync(Guid caseId, Actor reader, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime - CasePresence.Lasts;
        var present = await db.Set<CasePresence>().AsNoTracking().Where(p => p.CaseId == caseId && p.StaffId != reader.Id && p.SeenAt > since).ToListAsync(cancellation);
        if (present.Count == 0)
            return [];
        var names = await staff.NamesAsync(cancellation);
        return [.. present.Where(p => names.ContainsKey(p.StaffId)).OrderBy(p => p.Form is null).ThenBy(p => names[p.StaffId], StringComparer.CurrentCulture)
            .Select(p => new Coworker(names[p.StaffId], p.Form, p.SeenAt))];
    }

    /// <summary>Who types in each of these cases now, except the reader.</summary>
    public async Task<ILookup<Guid, string>> WritersAsync(IReadOnlyCollection<Guid> cases, Actor reader, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime - CasePresence.Lasts;
        var present = await db.Set<CasePresence>().AsNoTracking().Where(p => p.SeenAt > since && p.Form != null && p.StaffId != reader.Id && cases.Contains(p.CaseId)).ToListAsync(cancellation);
        var names = present.Count == 0 ? new Dictionary<Guid, string>() : await staff.NamesAsync(cancellation);
        return present.Where(p => names.ContainsKey(p.StaffId)).ToLookup(p => p.CaseId, p => names[p.StaffId]);
    }
}
