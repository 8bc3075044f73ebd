using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Database;
using Portal.Domain.Topics;
using Portal.Domain.Updates;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Gathers what <see cref="Readiness"/> decides on: for one case, or for thousands in a few queries.</summary>
public sealed class ReleaseFiles(PortalDb db, TopicCatalog topics, Calendars calendars, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Whether this agency may be asked in this case today.</summary>
    public async Task<Readiness> OfAsync(Case file, Agency? agency, CancellationToken cancellation) =>
        Readiness.Of((await ReadAsync(file, [agency], cancellation))[0]);

    /// <summary>The files of one case, one for each of the agencies, in their order.</summary>
    public async Task<IReadOnlyList<ReleaseFile>> ReadAsync(Case file, IReadOnlyList<Agency?> agencies, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var facts = await FactsAsync([file.Id], cancellation);
        var roles = RolesOf(await topics.FindAsync(file.TopicCode, cancellation));
        return [.. agencies.Select(agency => facts.FileOf(file.Id, agency, roles, calendar.DayOf(clock.GetUtcNow().UtcDateTime), calendar.Zone))];
    }

    /// <summary>The files of many cases, each with one agency, in the order asked for.</summary>
    public async Task<IReadOnlyList<ReleaseFile>> ReadAsync(IReadOnlyCollection<(Guid CaseId, string? TopicCode, string? AgencyCode)> cases, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(clock.GetUtcNow().UtcDateTime);
        var agencies = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(a => a.Code, cancellation);
        var roles = (await topics.AllAsync(cancellation)).ToDictionary(t => t.Code, RolesOf);
        var files = new List<ReleaseFile>(cases.Count);
        foreach (var some in cases.Chunk(Batch))
        {
            var facts = await FactsAsync([.. some.Select(c => c.CaseId).Distinct()], cancellation);
            files.AddRange(some.Select(c => facts.FileOf(
                c.CaseId, c.AgencyCode is null ? null : agencies.GetValueOrDefault(c.AgencyCode), roles.GetValueOrDefault(c.TopicCode ?? "", []), today, calendar.Zone)));
        }

        return files;
    }

    private static IReadOnlyCollection<PartyRole> RolesOf(TopicCard? topic) => topic?.Parties ?? [];

    private async Task<Facts> FactsAsync(Guid[] cases, CancellationToken cancellation) => new(
        (await db.Set<PrivacyRelease>().AsNoTracking().Where(r => cases.Contains(r.CaseId)).Select(ReleaseFact.FromRow).ToListAsync(cancellation)).ToLookup(r => r.CaseId),
        (await db.Set<ReleaseException>().Where(e => cases.Contains(e.CaseId) && e.EndedAt == null).Select(e => new { e.Id, e.CaseId, e.AgencyCode }).ToListAsync(cancellation))
            .ToDictionary(e => (e.CaseId, e.AgencyCode), e => e.Id),
        (await db.Set<AgencyInquiry>().Where(i => cases.Contains(i.CaseId)).Select(i => new { i.CaseId, i.AgencyCode, i.EndedAt }).ToListAsync(cancellation))
            .GroupBy(i => (i.CaseId, i.AgencyCode)).ToDictionary(g => g.Key, g => g.Any(i => i.EndedAt is null) ? null : g.Max(i => i.EndedAt)));

    private sealed record Facts(
        ILookup<Guid, ReleaseFact> Releases, Dictionary<(Guid, string), Guid> Exceptions, Dictionary<(Guid, string), DateTime?> Inquiries)
    {
        public ReleaseFile FileOf(Guid caseId, Agency? agency, IReadOnlyCollection<PartyRole> roles, DateOnly today, TimeZoneInfo zone) =>
            new(agency, [.. Releases[caseId]], today, zone)
            {
                Roles = roles,
                ExceptionId = agency is not null && Exceptions.TryGetValue((caseId, agency.Code), out var exception) ? exception : null,
                InquiryEndedAt = agency is null ? null : Inquiries.GetValueOrDefault((caseId, agency.Code)),
            };
    }
}
