using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Decisions;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Tasks;
using Portal.Domain.Topics;

namespace Portal.Domain.Progress;

/// <summary>Reads what decides where a case stands. The only way to a <see cref="CaseProgress"/>, so every place has the same facts.</summary>
public sealed class ProgressQuery(
    PortalDb db, AgencyDirectory directory, TopicCatalog topics, ReadinessCheck readinessCheck, Calendars calendars, OfficePractice practice,
    TimeProvider clock)
{
    private const int Batch = 500;

    private static readonly KeptQuery<Guid, InquiryFact> InquiriesOf = new KeptQuery<Guid, AgencyInquiry>((db, id) =>
        db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.CaseId == id).OrderBy(i => i.Id)).As(InquiryFact.FromRow);

    private static readonly KeptQuery<Guid, ReleaseFact> ReleasesOf = new KeptQuery<Guid, PrivacyRelease>((db, id) =>
        db.Set<PrivacyRelease>().AsNoTracking().Where(r => r.CaseId == id).OrderByDescending(r => r.Id)).As(ReleaseFact.FromRow);

    private static readonly KeptQuery<Guid, InformationRequest> RequestsOf = new((db, id) =>
        db.Set<InformationRequest>().AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.DueOn).ThenBy(r => r.Id));

    /// <summary>Where a case stands.</summary>
    public async Task<CaseProgress> ReadAsync(Case @case, CancellationToken cancellation) => await ReadAsync(
        @case,
        [.. (await ReleasesOf.ListAsync(db, @case.Id, cancellation)).Select(f => f.OpenIn(db))],
        cancellation);

    /// <summary>The day until which a case is put off; null when it isn't.</summary>
    public async Task<DateOnly?> SnoozedUntilAsync(Guid caseId, CancellationToken cancellation) =>
        await db.SnoozedUntilAsync(caseId, (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime), cancellation);

    /// <summary>Where many open cases stand, in a few queries for each few hundred.</summary>
    public async Task<IReadOnlyDictionary<Guid, CaseProgress>> ReadAsync(IReadOnlyCollection<Case> cases, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(clock.GetUtcNow().UtcDateTime);
        var agencies = await directory.ReadAsync(cancellation);
        var result = new Dictionary<Guid, CaseProgress>(cases.Count);
        foreach (var chunk in cases.Chunk(Batch))
        {
            var ids = chunk.Select(c => c.Id).ToList();
            var inquiries = (await db.Set<AgencyInquiry>().AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.CaseId)).OrderBy(i => i.Id)
                .Select(InquiryFact.FromRow).ToListAsync(cancellation)).ToLookup(i => i.CaseId);
            var releases = (await db.Set<PrivacyRelease>().AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.CaseId)).OrderByDescending(r => r.Id)
                .Select(ReleaseFact.FromRow).ToListAsync(cancellation)).Select(f => f.OpenIn(db)).ToLookup(r => r.CaseId);
            var requests = (await db.Set<InformationRequest>().AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.CaseId) && r.AnsweredAt == null && r.CanceledAt == null)
                .OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(cancellation)).ToLookup(r => r.CaseId);
            var decisions = (await db.Set<Decision>().AsNoTracking().Where(d => EF.Parameter(ids).Contains(d.CaseId) && d.EndedAt == null).OrderBy(d => d.DueOn).ThenBy(d => d.Id)
                .Select(DecisionFact.FromRow).ToListAsync(cancellation)).ToLookup(d => d.CaseId);
            var tasks = (await db.Set<CaseTask>().Where(t => EF.Parameter(ids).Contains(t.CaseId)).Where(OpenTasks.AreOwed).OrderBy(t => t.On).ThenBy(t => t.At)
                .Select(OpenTasks.FromRow).ToListAsync(cancellation)).ToLookup(t => t.CaseId);
            var failed = (await Undelivered.Of(db, ids).ToListAsync(cancellation)).ToLookup(m => m.CaseId!.Value);
            var readiness = (await readinessCheck.ReadAsync(
                [.. chunk.Select(c => (c.Id, c.TopicCode, c.AgencyCode))], releases.SelectMany(r => r), inquiries.SelectMany(i => i), cancellation)).Select(Readiness.Evaluate).ToList();
            foreach (var (index, @case) in chunk.Index())
            {
                IReadOnlyList<ReleaseFact> its = [.. releases[@case.Id]];
                IReadOnlyList<OutgoingMail> lost = @case.IsClosed ? [] : [.. failed[@case.Id]];
                var agency = @case.AgencyCode is { } code ? agencies.GetValueOrDefault(code) : null;
                result[@case.Id] = CaseProgress.From(new(@case, readiness[index], today)
                {
                    Inquiries = [.. inquiries[@case.Id]],
                    Requests = [.. requests[@case.Id]],
                    Releases = its,
                    Unnamed = await UnnamedAsync(@case, agency, its, cancellation),
                    MailFailedOn = FailedOn(@case, lost, calendar),
                    Tasks = [.. tasks[@case.Id]],
                    Decisions = [.. decisions[@case.Id]],
                    LettersUndelivered = await LettersAsync(@case, lost, cancellation),
                    NeverSigned = await NeverSignedAsync(its, calendar, today, cancellation),
                });
            }
        }

        return result;
    }

    /// <summary>The same, for a page that has already read the case's releases, newest first.</summary>
    public async Task<CaseProgress> ReadAsync(Case @case, IReadOnlyList<ReleaseFact> releases, CancellationToken cancellation) =>
        await ReadAsync(@case, releases, await RequestsOf.ListAsync(db, @case.Id, cancellation), cancellation);

    /// <summary>The same, for a page that has also read what the constituent was asked for.</summary>
    public async Task<CaseProgress> ReadAsync(
        Case @case, IReadOnlyList<ReleaseFact> releases, IReadOnlyList<InformationRequest> requests, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(clock.GetUtcNow().UtcDateTime);
        var agency = @case.AgencyCode is { } code ? (await directory.ReadAsync(cancellation)).GetValueOrDefault(code) : null;
        var failed = @case.IsClosed ? [] : await Undelivered.OfCase.ListAsync(db, @case.Id, cancellation);
        return CaseProgress.From(new(@case, await ReadinessAsync(@case, agency, releases, cancellation), today)
        {
            Inquiries = await InquiriesOf.ListAsync(db, @case.Id, cancellation),
            Requests = requests,
            Releases = releases,
            Unnamed = await UnnamedAsync(@case, agency, releases, cancellation),
            MailFailedOn = FailedOn(@case, failed, calendar),
            Tasks = @case.IsClosed ? [] : await OpenTasks.OfCase.ListAsync(db, @case.Id, cancellation),
            Decisions = @case.IsClosed ? [] : await DecisionFact.OfCase.ListAsync(db, @case.Id, cancellation),
            LettersUndelivered = await LettersAsync(@case, failed, cancellation),
            NeverSigned = await NeverSignedAsync(releases, calendar, today, cancellation),
        });
    }

    private async Task<Readiness> ReadinessAsync(Case @case, Agency? agency, IReadOnlyList<ReleaseFact> releases, CancellationToken cancellation) =>
        agency is null
            ? await readinessCheck.OfAsync(@case, null, cancellation)
            : await readinessCheck.OfAsync(@case, agency, releases, cancellation);

    private async Task<IReadOnlyList<PartyRole>> UnnamedAsync(
        Case @case, Agency? agency, IReadOnlyList<ReleaseFact> releases, CancellationToken cancellation) =>
        @case.IsClosed || agency is not { Rules: { EachPartySigns: true, Signature: not SignatureClass.None } }
            ? []
            : [.. ((await topics.FindAsync(@case.TopicCode, cancellation))?.Parties ?? []).Where(role => releases.All(r =>
                r.AgencyCode != agency.Code || r.Role != role || r.Status == ReleaseStatus.Dropped))];

    private DateOnly? FailedOn(Case @case, IReadOnlyList<OutgoingMail> failed, OfficeCalendar calendar) =>
        failed.Count > 0 && @case.ContactEmail is { } email && db.RecipientIndexOf(email.Text) is var contact
            ? failed.Where(m => m.RecipientIndex == contact).Min(m => m.FailedAt) is { } at ? calendar.DayOf(at) : null
            : null;

    // Whatever went out for the inquiry since, by whichever way, counts.
    private async Task<IReadOnlyList<Guid>> LettersAsync(Case @case, IReadOnlyList<OutgoingMail> failed, CancellationToken cancellation)
    {
        var lost = failed.Where(m => m.Kind == nameof(AgencyLetterMail)).Select(m => m.Cause).OfType<Guid>().ToList();
        if (lost.Count == 0)
            return [];
        var last = await db.Set<SentLetter>().AsNoTracking().Where(l => l.CaseId == @case.Id).GroupBy(l => l.InquiryId)
            .Select(g => new { g.Key, SentAt = g.Max(l => l.SentAt) }).ToListAsync(cancellation);
        var sent = await db.Set<SentLetter>().AsNoTracking().Where(l => lost.Contains(l.Id)).Select(l => new { l.InquiryId, l.SentAt }).ToListAsync(cancellation);
        return [.. sent.Where(l => last.Any(x => x.Key == l.InquiryId && x.SentAt == l.SentAt)).Select(l => l.InquiryId).Distinct()];
    }

    private async Task<DateOnly?> NeverSignedAsync(
        IReadOnlyList<ReleaseFact> releases, OfficeCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        if (await practice.OfficeAsync(cancellation) is not { ReleaseCloseDays: > 0 and var days })
            return null;
        var asked = releases.Where(r => r.Status == ReleaseStatus.Requested).Select(r => (DateOnly?)calendar.DayOf(r.RequestedAt)).Min();
        return asked <= today.AddDays(-days) ? asked : null;
    }
}
