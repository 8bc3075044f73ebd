using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Decisions;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Liaisons;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Reads what a letter is written from. Never writes.</summary>
public sealed class LetterDesk(PortalDb db, Vault vault, TopicCatalog topics, ReadinessCheck readinessCheck, Calendars calendars, TimeProvider clock)
{
    private const int MostAnswers = 14;

    // Numbers that an agency can't find the record without and that say nothing about the person.
    private static readonly string[] InFull = ["ReceiptNumber", "FormType", "TaxYears", "TrackingNumber", "ApplicationId", "CaseNumber", "RegisterNumber"];

    /// <summary>The situation of a case with one agency; null when there's no such case, agency, or inquiry.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="agencyCode">The agency; null for the case's own. A follow-up goes to the agency of its inquiry.</param>
    /// <param name="inquiryId">The inquiry to follow up on; null for a first letter.</param>
    /// <param name="author">The name of the caseworker who writes.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<LetterSituation?> ReadAsync(Guid caseId, string? agencyCode, Guid? inquiryId, string author, CancellationToken cancellation)
    {
        var @case = await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellation);
        var code = inquiryId is { } followed
            ? await db.Set<AgencyInquiry>().Where(i => i.Id == followed && i.CaseId == caseId).Select(i => i.AgencyCode).SingleOrDefaultAsync(cancellation)
            : agencyCode ?? @case?.AgencyCode;
        var agency = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == code, cancellation);
        if (@case is null || agency is null)
            return null;
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(clock.GetUtcNow().UtcDateTime);
        var topic = await topics.FindAsync(@case.TopicCode, cancellation);
        var answers = await db.AnswersAsync(vault, caseId, cancellation);
        var readiness = await readinessCheck.OfAsync(@case, agency, cancellation);
        var inquiries = await db.Set<AgencyInquiry>().AsNoTracking().Include(i => i.Responses).Include(i => i.FollowUps)
            .Where(i => i.CaseId == caseId && i.AgencyCode == agency.Code).OrderByDescending(i => i.Id).ToListAsync(cancellation);
        var inquiry = inquiryId is { } id ? inquiries.Find(i => i.Id == id) : null;
        var contested = inquiries.SelectMany(i => i.Responses).Where(r => r.Kind == ResponseKind.Final).MaxBy(r => (r.ReceivedOn, r.Id));
        var (releases, numbers) = await ReleasesAsync(caseId, readiness, calendar, cancellation);
        return new(caseId, @case.Reference, @case.PersonName, topic?.RulesOf(agency) ?? agency)
        {
            Office = await db.Set<Office>().AsNoTracking().Include(o => o.Locations).SingleOrDefaultAsync(cancellation),
            Seal = await db.Set<LetterheadSeal>().Select(s => s.Picture).SingleOrDefaultAsync(cancellation),
            Calendar = calendar,
            Today = today,
            Topic = topic,
            Answers = answers,
            ReceivedAt = @case.ReceivedAt,
            Readiness = readiness,
            Releases = releases,
            Citation = await CitationAsync(readiness, cancellation),
            Numbers = numbers,
            Inquiry = inquiry,
            MemberSigns = (await DecisionFact.OfCase.ListAsync(db, caseId, cancellation))
                .Exists(d => d.Choice == DecisionChoice.MemberLetter && d.InquiryId == inquiryId),
            Live = [.. inquiries.Where(i => i.IsOpen && i.Id != inquiryId)],
            ContestedOn = contested?.DatedOn ?? contested?.ReceivedOn,
            ContestedDocument = contested?.DocumentId,
            Contacts = ContactChoice.Rank(
                await db.Set<AgencyContact>().AsNoTracking().Where(c => c.AgencyCode == agency.Code && c.EndedAt == null).ToListAsync(cancellation),
                @case.TopicCode, answers?.Address.State, today),
            AnswerDays = await AnswerDaysAsync(agency.Code, calendar, cancellation),
            Documents = [.. (await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == caseId).OrderBy(d => d.Id).ToListAsync(cancellation)).Where(d => d.CanOpen)],
            Earlier = await db.Set<SentLetter>().AsNoTracking().Where(l => l.CaseId == caseId && inquiries.Select(i => i.Id).Contains(l.InquiryId)).OrderBy(l => l.Id).ToListAsync(cancellation),
            IsConfirmed = @case.IsConfirmed,
            IsClosed = @case.IsClosed,
            IsEmergency = @case.Priority == Priority.P0,
            StaffName = author,
            ReplyBy = calendar.AddBusinessDays(today, Math.Max(1, agency.AcknowledgmentDays ?? AnswerWaits.Usual.Acknowledgment)),
        };
    }

    private async Task<(IReadOnlyList<LetterRelease> Releases, IReadOnlyList<string> Numbers)> ReleasesAsync(
        Guid caseId, Readiness readiness, OfficeCalendar calendar, CancellationToken cancellation)
    {
        if (readiness is not Readiness.Ready { ReleaseIds: { Count: > 0 } ids })
            return ([], []);
        var rows = await db.Set<PrivacyRelease>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellation);
        var cipher = await vault.OpenAsync(caseId, cancellation);
        var inOrder = ids.Select(id => rows.Single(r => r.Id == id)).ToList();
        return (
            [.. inOrder.Select(r => new LetterRelease(r.Id, r.SubjectName, calendar.DayOf(r.Signature!.SignedAt), r.Signature.PdfName))],
            [.. inOrder.SelectMany(r => ReleaseJson.Details(cipher, r).Identifiers.Where(n => !string.IsNullOrWhiteSpace(n.Value))
                .Select(n => Shown(n.Key, n.Value.Trim()) + (inOrder.Count > 1 ? $" ({r.SubjectName})" : ""))).Distinct()]);
    }

    private static string Shown(string name, string value) => InFull.Contains(name) || value.Length <= 4
        ? $"{Identifiers.LabelOf(name)}: {value}"
        : $"{Identifiers.LabelOf(name)} ending in {value[^4..]}";

    private async Task<string?> CitationAsync(Readiness readiness, CancellationToken cancellation) =>
        readiness is Readiness.Ready { ExceptionId: { } exception }
            ? await db.Set<ReleaseException>().Where(e => e.Id == exception).Select(e => e.Citation).SingleAsync(cancellation)
            : null;

    private async Task<IReadOnlyList<int>> AnswerDaysAsync(string agency, OfficeCalendar calendar, CancellationToken cancellation)
    {
        var rows = await db.Set<AgencyInquiry>().Where(i => i.AgencyCode == agency && i.EndedAt != null)
            .OrderByDescending(i => i.EndedAt).Take(MostAnswers)
            .Select(i => new { i.SentAt, On = i.Responses.Where(r => r.Kind == ResponseKind.Final).Max(r => (DateOnly?)r.ReceivedOn) })
            .ToListAsync(cancellation);
        return [.. rows.Where(r => r.On is not null).Select(r => Math.Max(0, r.On!.Value.DayNumber - calendar.DayOf(r.SentAt).DayNumber))];
    }
}
