using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.Domain.Routing;

/// <summary>Reads what <see cref="Router"/> decides by: the case, and everyone who works cases with their current workload.</summary>
public sealed class RoutingFacts(PortalDb db, OfficePractice practice)
{
    /// <summary>What routing knows about the case.</summary>
    public async Task<RoutableCase> OfAsync(Case @case, CancellationToken cancellation)
    {
        var same = await db.Set<Case>()
            .Where(c => c.ConstituentId == @case.ConstituentId && c.Id != @case.Id && c.Status != CaseStatus.Closed && c.AssignedToId != null)
            .OrderByDescending(c => c.ReceivedAt).Select(c => c.AssignedToId).FirstOrDefaultAsync(cancellation);
        var spoken = SpokenLanguages.CodeOf(@case.SpokenLanguage) ?? @case.SpokenLanguage;
        return new(@case.Priority, @case.Language)
        {
            SpokenLanguage = spoken,
            AgencyCode = @case.AgencyCode,
            TopicCode = @case.TopicCode,
            Zip = @case.Zip,
            SamePersonWith = same,
            SafetyAlert = @case.Danger is not null,
        };
    }

    /// <summary>Everyone who works cases.</summary>
    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(DateOnly today, CancellationToken cancellation)
    {
        var staff = await db.Set<StaffMember>().AsNoTracking().Where(s => s.DisabledAt == null).ToListAsync(cancellation);
        var load = await db.Set<Case>().Where(c => c.AssignedToId != null && c.ClosedAt == null)
            .GroupBy(c => c.AssignedToId)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Id!.Value, g => g.Count, cancellation);
        var locations = (await practice.OfficeAsync(cancellation))?.Locations ?? [];
        return [.. staff.Where(s => s.WorksCases).Select(s => new Candidate(s.Id, s.DisplayName, load.GetValueOrDefault(s.Id), s.MaxOpenCases)
        {
            Languages = [.. Split(s.Languages).Select(l => SpokenLanguages.CodeOf(l) ?? l)],
            Specialties = Split(s.Specialties),
            Absent = s.IsAbsent(today),
            ZipPrefix = locations.FirstOrDefault(p => p.City == s.Location)?.Zip is { Length: >= 3 } zip ? zip[..3] : null,
            Leads = s.Role == StaffRole.CaseworkManager,
        })];
    }

    private static string[] Split(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
