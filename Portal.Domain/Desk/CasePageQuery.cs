using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Decisions;
using Portal.Domain.Documents;
using Portal.Domain.Facts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Domain.Routing;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>Reads everything the case page shows. Never writes.</summary>
public sealed class CasePageQuery(
    PortalDb db, Vault vault, TopicCatalog topics, ReadinessCheck readinessCheck, OfficePractice practice, ProgressQuery progress,
    FactList facts)
{
    private const int MostSiblings = 10;
    private const int MostUndelivered = 20;

    /// <summary>Everything the case page shows.</summary>
    public async Task<CasePage> PageAsync(CasePageHeader head, CancellationToken cancellation)
    {
        var id = head.Case.Id;
        var releases = await db.Set<PrivacyRelease>().AsNoTracking()
            .Where(r => r.CaseId == id)
            .OrderByDescending(r => r.RequestedAt)
            .ToListAsync(cancellation);
        var inquiries = await db.Set<AgencyInquiry>().AsNoTracking()
            .Include(i => i.Responses)
            .Include(i => i.FollowUps)
            .Where(i => i.CaseId == id)
            .OrderByDescending(i => i.Id)
            .ToListAsync(cancellation);
        var requests = await db.Set<InformationRequest>().AsNoTracking()
            .Where(r => r.CaseId == id)
            .OrderBy(r => r.DueOn)
            .ThenBy(r => r.Id)
            .ToListAsync(cancellation);
        var agencies = await AgenciesAsync(head, releases, inquiries, cancellation);
        var answers = await db.AnswersAsync(vault, id, cancellation);
        var undelivered = await UndeliveredAsync(id, cancellation);
        var where = await progress.ReadAsync(head.Case, [.. releases.Select(ReleaseFact.From)], requests, cancellation);
        return new(head, answers, where, await practice.IntervalAsync(head.Case.UpdateIntervalDays, cancellation))
        {
            AskedAbout = await topics.FindAsync(answers?.TopicCode, cancellation),
            Agencies = agencies,
            Inquiries = inquiries,
            Ratings = await db.Set<AnswerRating>().AsNoTracking().Where(r => r.CaseId == id).ToDictionaryAsync(r => r.Id, cancellation),
            Decisions = await db.Set<Decision>().AsNoTracking().Where(d => d.CaseId == id).OrderByDescending(d => d.Id).ToListAsync(cancellation),
            Drafts = await db.Set<LetterDraft>().AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.Id).ToListAsync(cancellation),
            Letters = (await db.Set<SentLetter>().Where(l => l.CaseId == id).Select(l => l.Id).ToListAsync(cancellation)).ToHashSet(),
            InformationRequests = requests,
            SnoozedUntil = await progress.SnoozedUntilAsync(id, cancellation),
            PersonWasTold = requests.Count > 0 || await db.Set<Message>().AnyAsync(m => m.CaseId == id && m.From == ActorKind.Staff, cancellation),
            Documents = await db.Set<Document>().AsNoTracking()
                .Where(d => d.CaseId == id)
                .OrderBy(d => d.Id)
                .ToListAsync(cancellation),
            Undelivered = undelivered,
            Deadlines = await facts.DeadlinesAsync(head.Topic, cancellation),
            Running = await RunningDeadlines.OfCase.ListAsync(db, id, cancellation),
            Routing = await RoutingAsync(id, cancellation),
            Referrals = await db.Set<Referral>().AsNoTracking().Where(r => r.CaseId == id).ToListAsync(cancellation),
            Siblings = await db.Set<Case>()
                .Where(c => c.ConstituentId == head.Case.ConstituentId && c.Id != id)
                .OrderByDescending(c => c.ReceivedAt)
                .Take(MostSiblings)
                .Select(c => new SiblingCase(c.Reference, c.Status, c.TopicCode, c.ReceivedAt))
                .ToListAsync(cancellation),
        };
    }

    private async Task<IReadOnlyList<CasePageAgency>> AgenciesAsync(
        CasePageHeader head, List<PrivacyRelease> releases, List<AgencyInquiry> inquiries, CancellationToken cancellation)
    {
        var codes = releases.Select(r => r.AgencyCode)
            .Concat(inquiries.Select(i => i.AgencyCode))
            .Append(head.Case.AgencyCode)
            .OfType<string>().Distinct().ToList();
        var agencies = (await db.Set<Agency>().AsNoTracking().Where(a => codes.Contains(a.Code)).ToListAsync(cancellation))
            .OrderBy(a => a.Code != head.Case.AgencyCode).ThenBy(a => a.Code, StringComparer.Ordinal).ToList();
        var exceptions = await db.Set<ReleaseException>().AsNoTracking()
            .Where(e => e.CaseId == head.Case.Id && e.EndedAt == null)
            .ToListAsync(cancellation);
        var facts = await readinessCheck.ReadAsync(head.Case, agencies, cancellation);
        return [.. agencies.Zip(facts, (agency, its) => new CasePageAgency(
            its.Agency!, Readiness.Evaluate(its), [.. releases.Where(r => r.AgencyCode == agency.Code)],
            exceptions.FirstOrDefault(e => e.AgencyCode == agency.Code)))];
    }

    private async Task<IReadOnlyList<UndeliveredMail>> UndeliveredAsync(Guid id, CancellationToken cancellation) =>
        [.. (await Undelivered.OfCase.ListAsync(db, id, cancellation)).Take(MostUndelivered)
            .DistinctBy(m => m.RecipientIndex).Select(m => new UndeliveredMail(m.Recipient, m.FailedAt!.Value, m.LastError) { IsToAgency = m.Kind == nameof(AgencyLetterMail) })];

    private async Task<IReadOnlyList<RoutingReason>> RoutingAsync(Guid id, CancellationToken cancellation) =>
        await db.Set<RoutingDecision>().Where(d => d.CaseId == id)
            .OrderByDescending(d => d.Id).Select(d => d.Reasons).FirstOrDefaultAsync(cancellation) is { } json
            ? JsonSerializer.Deserialize<List<RoutingReason>>(json, EventJson.Options)!
            : [];
}
