using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Merging;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Desk;

/// <summary>A case that was merged into another, or another into it.</summary>
/// <param name="MergeId">The merge.</param>
/// <param name="Other">The other case.</param>
/// <param name="OtherGoesOn">Whether the other one goes on.</param>
public sealed record MergedWith(Guid MergeId, Case Other, bool OtherGoesOn);

/// <summary>What may be the same as a case.</summary>
/// <param name="OfPerson">Other cases of the same person, open ones first.</param>
/// <param name="MaybePerson">Cases whose person may be the same, with the reasons.</param>
public sealed record SameMatter(IReadOnlyList<Case> OfPerson, IReadOnlyList<SeenCase> MaybePerson)
{
    /// <summary>What was merged.</summary>
    public required IReadOnlyList<MergedWith> Merged { get; init; }

    /// <summary>When staff said that people are one, the latest first.</summary>
    public required IReadOnlyList<PeopleJoin> Joins { get; init; }
}

/// <summary>Reads what may be the same person or the same matter as a case. Never writes.</summary>
public sealed class SameMatterQuery(PortalDb db, Vault vault, SeenBeforeQuery seen)
{
    private const int Most = 50;

    /// <summary>What may be the same.</summary>
    public async Task<SameMatter> ReadAsync(Case @case, Actor reader, CancellationToken cancellation)
    {
        var ofPerson = await db.Set<Case>().AsNoTracking().Where(c => c.ConstituentId == @case.ConstituentId && c.Id != @case.Id).OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancellation);
        var person = (await db.AnswersAsync(vault, @case.Id, cancellation))?.Person;
        var maybe = person is null
            ? []
            : await seen.FindAsync(new(person.FirstName, person.LastName) { BornOn = person.BornOn, Phone = person.Phone, Email = person.Email }, reader, cancellation);
        var joins = await db.Set<PeopleJoin>().AsNoTracking().Where(j => j.IntoId == @case.ConstituentId && j.UndoneAt == null).OrderByDescending(j => j.Id).Take(Most).ToListAsync(cancellation);
        await db.ReadKeysAsync(ofPerson.Select(c => c.Id), cancellation);
        return new(
            [.. ofPerson.OrderBy(c => c.IsClosed).ThenByDescending(c => c.ReceivedAt)],
            [.. maybe.Where(s => s.Case.Id != @case.Id && s.Case.ConstituentId != @case.ConstituentId)])
        {
            Merged = await MergedAsync(@case.Id, cancellation),
            Joins = joins,
        };
    }

    /// <summary>What a case was merged with.</summary>
    public async Task<IReadOnlyList<MergedWith>> MergedAsync(Guid caseId, CancellationToken cancellation)
    {
        var merges = await db.Set<CaseMerge>().AsNoTracking().Where(m => m.CaseId == caseId && m.UndoneAt == null).ToListAsync(cancellation);
        merges.AddRange(await db.Set<CaseMerge>().AsNoTracking().Where(m => m.IntoId == caseId && m.UndoneAt == null).OrderBy(m => m.Id).Take(Most).ToListAsync(cancellation));
        if (merges.Count == 0)
            return [];
        var ids = merges.ConvertAll(m => m.CaseId == caseId ? m.IntoId : m.CaseId);
        ids.Add(caseId);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        // Whoever reopened the closed one by hand took them apart that way.
        return [.. merges.Where(m => cases[m.CaseId] is { ClosingReason: ClosingReason.Duplicate } closed && closed.ClosedAt == m.At)
            .Select(m => new MergedWith(m.Id, cases[m.CaseId == caseId ? m.IntoId : m.CaseId], m.CaseId == caseId))];
    }
}
