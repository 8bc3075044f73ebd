using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Desk;

/// <summary>An open inquiry, as a list for one agency shows it.</summary>
/// <param name="Inquiry">Its dates.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Reference">The case's reference.</param>
/// <param name="Person">The name the case goes by.</param>
public sealed record OpenInquiry(InquiryFact Inquiry, Guid CaseId, string Reference, string Person)
{
    /// <summary>The case's topic; null when not known.</summary>
    public string? TopicCode { get; init; }

    /// <summary>Whether the answer is late.</summary>
    public bool IsLate { get; init; }
}

/// <summary>Which open inquiries to list.</summary>
/// <param name="Agency">The agency's code.</param>
public sealed record OpenInquiriesFilter(string Agency)
{
    /// <summary>Only those of cases assigned to this staff member; null for all.</summary>
    public Guid? AssignedTo { get; init; }

    /// <summary>Only those whose answer is late.</summary>
    public bool LateOnly { get; init; }
}

/// <summary>Reads the inquiries that one agency hasn't answered, to go over them with its liaison. Never writes.</summary>
public sealed class OpenInquiriesQuery(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The most inquiries on one list.</summary>
    public const int Most = 100;

    /// <summary>The inquiries, those expected earliest first; empty for a reader who may not see cases.</summary>
    public async Task<IReadOnlyList<OpenInquiry>> ReadAsync(OpenInquiriesFilter filter, Actor reader, CancellationToken cancellation)
    {
        if (!reader.May(Permission.ReadCases))
            return [];
        var today = (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
        var open = db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.AgencyCode == filter.Agency && i.EndedAt == null);
        if (filter.LateOnly)
            open = open.Where(i => i.ExpectedOn < today);
        if (filter.AssignedTo is { } person)
            open = open.Where(i => db.Set<Case>().Any(c => c.Id == i.CaseId && c.AssignedToId == person));
        var facts = await open.OrderBy(i => i.ExpectedOn).ThenBy(i => i.Id).Take(Most).Select(InquiryFact.FromRow).ToListAsync(cancellation);
        List<Guid> ids = [.. facts.Select(i => i.CaseId).Distinct()];
        await db.ReadKeysAsync(ids, cancellation);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        return
        [
            .. facts.Where(i => cases.ContainsKey(i.CaseId)).Select(i => (Inquiry: i, Case: cases[i.CaseId]))
                .Select(r => new OpenInquiry(r.Inquiry, r.Case.Id, r.Case.Reference, NameOf(r.Case)) { TopicCode = r.Case.TopicCode, IsLate = r.Inquiry.IsOverdue(today) }),
        ];
    }

    /// <summary>The agencies with an inquiry that's open, by code.</summary>
    public async Task<IReadOnlyList<string>> AgenciesAsync(CancellationToken cancellation) =>
        await db.Set<AgencyInquiry>().Where(i => i.EndedAt == null).Select(i => i.AgencyCode).Distinct().Order().ToListAsync(cancellation);

    // A case whose key was erased keeps its reference.
    private static string NameOf(Case @case)
    {
        try
        {
            return @case.PersonName.Text;
        }
        catch (KeyErasedException)
        {
            return "";
        }
    }
}
