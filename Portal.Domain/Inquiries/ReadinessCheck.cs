using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;

namespace Portal.Domain.Inquiries;

/// <summary>Gathers the facts <see cref="Readiness"/> decides on, for one case or for thousands in a few queries.</summary>
public sealed class ReadinessCheck(PortalDb db, TopicCatalog topics, Calendars calendars, TimeProvider clock)
{
    private const int Batch = 500;

    // Compares with ==, because EF would translate a one-element Contains again for every call.
    private static readonly KeptQuery<Guid, ReleaseFact> ReleasesOf = new KeptQuery<Guid, PrivacyRelease>((db, id) =>
        db.Set<PrivacyRelease>().AsNoTracking().Where(r => r.CaseId == id)).As(ReleaseFact.FromRow);

    private static readonly KeptQuery<Guid, ExceptionRow> ExceptionsOf = new((db, id) =>
        db.Set<ReleaseException>().Where(e => e.CaseId == id && e.EndedAt == null)
            .Select(e => new ExceptionRow(e.Id, e.CaseId, e.AgencyCode)));

    private static readonly KeptQuery<Guid, InquiryRow> InquiriesOf = new((db, id) =>
        db.Set<AgencyInquiry>().Where(i => i.CaseId == id).Select(i => new InquiryRow(i.CaseId, i.AgencyCode, i.EndedAt)));

    private sealed record ExceptionRow(Guid Id, Guid CaseId, string AgencyCode);

    private sealed record InquiryRow(Guid CaseId, string AgencyCode, DateTime? EndedAt);

    /// <summary>Whether we may contact this agency about this case today.</summary>
    public async Task<Readiness> OfAsync(Case @case, Agency? agency, CancellationToken cancellation) =>
        Readiness.Evaluate((await ReadAsync(@case, [agency], cancellation))[0]);

    /// <summary>The same, for a page that has already read the case's releases.</summary>
    public async Task<Readiness> OfAsync(Case @case, Agency agency, IEnumerable<ReleaseFact> releases, CancellationToken cancellation) =>
        Readiness.Evaluate((await ReadAsync(@case, [agency], releases, cancellation))[0]);

    /// <summary>The facts of one case for each of the agencies, in their order.</summary>
    public async Task<IReadOnlyList<ReadinessFacts>> ReadAsync(Case @case, IReadOnlyList<Agency?> agencies, CancellationToken cancellation) =>
        await ReadAsync(@case, agencies, (await ReleasesOf.ListAsync(db, @case.Id, cancellation)).Select(f => f.OpenIn(db)), cancellation);

    private async Task<IReadOnlyList<ReadinessFacts>> ReadAsync(
        Case @case, IReadOnlyList<Agency?> agencies, IEnumerable<ReleaseFact> releases, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var exceptions = await ExceptionsOf.ListAsync(db, @case.Id, cancellation);
        var facts = Facts.From(releases, exceptions, await InquiriesOf.ListAsync(db, @case.Id, cancellation));
        var topic = await topics.FindAsync(@case.TopicCode, cancellation);
        return [.. agencies.Select(agency =>
            facts.FactsFor(@case.Id, agency, topic, calendar.DayOf(clock.GetUtcNow().UtcDateTime), calendar.Zone))];
    }

    /// <summary>The facts of many cases, each with one agency, in the order given.</summary>
    public async Task<IReadOnlyList<ReadinessFacts>> ReadAsync(
        IReadOnlyCollection<(Guid CaseId, string? TopicCode, string? AgencyCode)> cases, CancellationToken cancellation)
    {
        var result = new List<ReadinessFacts>(cases.Count);
        foreach (var chunk in cases.Chunk(Batch))
            result.AddRange(await ForAsync(chunk, await FactsAsync([.. chunk.Select(c => c.CaseId).Distinct()], cancellation), cancellation));
        return result;
    }

    /// <summary>The same, for a reader that has already read the cases' releases and inquiries.</summary>
    public async Task<IReadOnlyList<ReadinessFacts>> ReadAsync(
        IReadOnlyCollection<(Guid CaseId, string? TopicCode, string? AgencyCode)> cases, IEnumerable<ReleaseFact> releases, IEnumerable<InquiryFact> inquiries,
        CancellationToken cancellation)
    {
        var ids = cases.Select(c => c.CaseId).Distinct().ToArray();
        return await ForAsync(cases, Facts.From(
            releases, await ExceptionsAsync(ids, cancellation), inquiries.Select(i => new InquiryRow(i.CaseId, i.AgencyCode, i.EndedAt))), cancellation);
    }

    private async Task<IReadOnlyList<ReadinessFacts>> ForAsync(
        IEnumerable<(Guid CaseId, string? TopicCode, string? AgencyCode)> cases, Facts facts, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(clock.GetUtcNow().UtcDateTime);
        var agencies = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(a => a.Code, cancellation);
        var byCode = (await topics.AllAsync(cancellation)).ToDictionary(t => t.Code);
        return [.. cases.Select(c => facts.FactsFor(
            c.CaseId, c.AgencyCode is null ? null : agencies.GetValueOrDefault(c.AgencyCode), byCode.GetValueOrDefault(c.TopicCode ?? ""), today, calendar.Zone))];
    }

    private Task<List<ExceptionRow>> ExceptionsAsync(Guid[] cases, CancellationToken cancellation) =>
        db.Set<ReleaseException>().Where(e => EF.Parameter(cases).Contains(e.CaseId) && e.EndedAt == null)
            .Select(e => new ExceptionRow(e.Id, e.CaseId, e.AgencyCode)).ToListAsync(cancellation);

    private async Task<Facts> FactsAsync(Guid[] cases, CancellationToken cancellation) => Facts.From(
        (await db.Set<PrivacyRelease>().AsNoTracking().Where(r => EF.Parameter(cases).Contains(r.CaseId))
            .Select(ReleaseFact.FromRow).ToListAsync(cancellation)).Select(f => f.OpenIn(db)),
        await ExceptionsAsync(cases, cancellation),
        await db.Set<AgencyInquiry>().Where(i => EF.Parameter(cases).Contains(i.CaseId))
            .Select(i => new InquiryRow(i.CaseId, i.AgencyCode, i.EndedAt)).ToListAsync(cancellation));

    private sealed record Facts(
        ILookup<Guid, ReleaseFact> Releases, Dictionary<(Guid, string), Guid> Exceptions, Dictionary<(Guid, string), DateTime?> Inquiries)
    {
        public static Facts From(IEnumerable<ReleaseFact> releases, IEnumerable<ExceptionRow> exceptions, IEnumerable<InquiryRow> inquiries) => new(
            releases.ToLookup(r => r.CaseId), exceptions.ToDictionary(e => (e.CaseId, e.AgencyCode), e => e.Id),
            inquiries.GroupBy(i => (i.CaseId, i.AgencyCode))
                .ToDictionary(g => g.Key, g => g.Any(i => i.EndedAt is null) ? null : g.Max(i => i.EndedAt)));

        public ReadinessFacts FactsFor(Guid caseId, Agency? agency, TopicCard? topic, DateOnly today, TimeZoneInfo zone) =>
            new(agency is null ? null : topic?.RulesOf(agency) ?? agency, [.. Releases[caseId]], today, zone)
            {
                Roles = topic?.Parties ?? [],
                ExceptionId = agency is not null && Exceptions.TryGetValue((caseId, agency.Code), out var exception) ? exception : null,
                InquiryEndedAt = agency is null ? null : Inquiries.GetValueOrDefault((caseId, agency.Code)),
            };
    }
}
