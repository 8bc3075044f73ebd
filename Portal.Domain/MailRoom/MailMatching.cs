using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Liaisons;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.MailRoom;

/// <summary>
/// Finds the case an email belongs to: by the email of ours that it answers, by a reference in its subject, and by an agency's
/// address; never by a name alone. Where the sender doesn't fit, it only proposes. Every look-up has its index.
/// </summary>
public sealed class MailMatching(PortalDb db, ContactDirectory directory)
{
    private const int MostProposals = 5;
    private const int MostOpen = 500;
    private static readonly HashSet<string> Suffixes = ["JR", "SR", "II", "III", "IV"];

    /// <summary>What should happen with the email. Never writes.</summary>
    public async Task<MailVerdict> FindAsync(IncomingEmail email, CancellationToken cancellation)
    {
        if (email.Report is { } report)
            return await ReportAsync(report, cancellation);
        var ours = await OursAsync(email.Answers, cancellation);
        // A vacation note of a person we wrote to. An agency's may be a receipt.
        if (email.IsAutomatic && ours is not null && ours.Kind != nameof(AgencyLetterMail))
            return new MailVerdict.Nothing();
        var agencies = email.From.Length == 0 ? [] : await directory.AgenciesOfAsync(email.From, cancellation);
        var verdict = ours is { CaseId: { } caseId } ? await AnswerAsync(email, ours, caseId, agencies, cancellation) : null;
        verdict ??= await BySubjectAsync(email, agencies, cancellation)
            ?? (agencies.Count > 0
                ? new MailVerdict.Ask(WaitReason.AgencyWithoutCase, await OfAgencyAsync(email, agencies, cancellation))
                : await OfPersonAsync(email, cancellation));
        return (email, verdict) switch
        {
            ({ IsForged: true }, MailVerdict.ToCase sure) => new MailVerdict.Ask(WaitReason.Forged, MailVerdict.Possible(sure)),
            ({ IsForged: true }, MailVerdict.Ask ask) => ask with { Why = WaitReason.Forged },
            ({ IsAutomatic: true }, MailVerdict.Ask { Why: WaitReason.Unknown }) => new MailVerdict.Nothing(),
            ({ IsAutomatic: true }, MailVerdict.ToCase sure) => new MailVerdict.Ask(WaitReason.Automatic, MailVerdict.Possible(sure)),
            ({ IsAutomatic: true }, MailVerdict.Ask ask) => ask with { Why = WaitReason.Automatic },
            _ => verdict,
        };
    }

    private async Task<MailVerdict> ReportAsync(DeliveryReport report, CancellationToken cancellation) =>
        report.MessageId is { } id && await OursAsync([id], cancellation) is { } ours
            ? new MailVerdict.Report(ours.Id, report)
            : report.HasFailed ? new MailVerdict.Ask(WaitReason.UnknownReport, []) : new MailVerdict.Nothing();

    // The part of our Message-IDs before the @ is the row's id.
    private async Task<OutgoingMail?> OursAsync(IReadOnlyList<string> messageIds, CancellationToken cancellation)
    {
        var ids = messageIds.Select(id => Guid.TryParseExact(id.Split('@')[0], "N", out var own) ? own : (Guid?)null).OfType<Guid>().Take(20).ToList();
        if (ids.Count == 0)
            return null;
        var found = await db.Set<OutgoingMail>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancellation);
        return found.OrderBy(m => ids.IndexOf(m.Id)).FirstOrDefault();
    }

    private async Task<MailVerdict?> AnswerAsync(
        IncomingEmail email, OutgoingMail ours, Guid caseId, IReadOnlyList<string> agencies, CancellationToken cancellation)
    {
        var isWrittenTo = ours.RecipientIndex == db.RecipientIndexOf(email.From);
        if (ours.Kind == nameof(AgencyLetterMail))
        {
            if (await LetterAsync(ours, caseId, cancellation) is not { } letter)
                return null;
            return isWrittenTo || agencies.Contains(letter.AgencyCode)
                ? new MailVerdict.ToCase(caseId, FiledAs.AgencyAnswer, letter.InquiryId)
                : new MailVerdict.Ask(
                    WaitReason.OtherSender, [new(caseId, FiledAs.AgencyAnswer, ProposalReason.AnswersOurs) { InquiryId = letter.InquiryId }]);
        }

        var @case = await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellation);
        return @case is null ? null
            : isWrittenTo && @case.ContactEmail is { } contact && db.RecipientIndexOf(contact.Text) == ours.RecipientIndex
            ? new MailVerdict.ToCase(caseId, FiledAs.Message, null)
            : new MailVerdict.Ask(WaitReason.OtherSender, [new(caseId, FiledAs.FileOnly, ProposalReason.AnswersOurs)]);
    }

    private sealed record Letter(Guid InquiryId, string AgencyCode);

    private async Task<Letter?> LetterAsync(OutgoingMail ours, Guid caseId, CancellationToken cancellation) =>
        ours.Cause is { } id
            ? await db.Set<SentLetter>().Where(l => l.Id == id && l.CaseId == caseId)
                .Join(db.Set<AgencyInquiry>(), l => l.InquiryId, i => i.Id, (l, i) => new Letter(i.Id, i.AgencyCode)).SingleOrDefaultAsync(cancellation)
            : null;

    private async Task<MailVerdict?> BySubjectAsync(IncomingEmail email, IReadOnlyList<string> agencies, CancellationToken cancellation)
    {
        var references = CaseReference.In(email.Subject).Take(MostProposals).Select(r => r.ToString()).ToList();
        var cases = references.Count == 0 ? [] : await db.Set<Case>().AsNoTracking().Where(c => references.Contains(c.Reference)).ToListAsync(cancellation);
        var proposals = new List<Proposed>();
        foreach (var @case in cases)
            proposals.AddRange(await OfCaseAsync(email, @case, agencies, cancellation));
        return (cases, proposals) switch
        {
            ([], _) => null,
            ([var one], [{ Why: not ProposalReason.Reference } sure]) => new MailVerdict.ToCase(one.Id, sure.As, sure.InquiryId),
            ([_], [_]) => new MailVerdict.Ask(WaitReason.OtherSender, proposals),
            _ => new MailVerdict.Ask(WaitReason.Several, [.. proposals.Take(MostProposals)]),
        };
    }

    // What an email with the case's reference would be, by who sent it.
    private async Task<IReadOnlyList<Proposed>> OfCaseAsync(IncomingEmail email, Case @case, IReadOnlyList<string> agencies, CancellationToken cancellation)
    {
        if (IsFromPerson(email, @case))
            return [new(@case.Id, FiledAs.Message, ProposalReason.FromPerson)];
        var inquiries = await db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.CaseId == @case.Id && agencies.Contains(i.AgencyCode))
            .OrderByDescending(i => i.Id).Select(i => new { i.Id, i.EndedAt }).ToListAsync(cancellation);
        var open = inquiries.Where(i => i.EndedAt == null).ToList();
        return (open.Count > 0 ? open : inquiries.Take(1)).Select(i => new Proposed(@case.Id, FiledAs.AgencyAnswer, ProposalReason.WroteTo) { InquiryId = i.Id }).ToList()
            is { Count: > 0 } answers
            ? answers
            : [new(@case.Id, FiledAs.FileOnly, ProposalReason.Reference)];
    }

    private bool IsFromPerson(IncomingEmail email, Case @case) =>
        EmailAddress.TryParse(email.From, out var from) && @case.ContactEmailIndex == db.IndexOf("email", from.Normalized);

    // Among the cases we're asking this agency about, those whose person the email names.
    private async Task<IReadOnlyList<Proposed>> OfAgencyAsync(IncomingEmail email, IReadOnlyList<string> agencies, CancellationToken cancellation)
    {
        var open = await db.Set<AgencyInquiry>().AsNoTracking().Where(i => agencies.Contains(i.AgencyCode) && i.EndedAt == null)
            .OrderBy(i => i.ExpectedOn).Take(MostOpen)
            .Join(db.Set<Case>(), i => i.CaseId, c => c.Id, (i, c) => new { i.Id, i.CaseId, c.PersonName }).ToListAsync(cancellation);
        await db.ReadKeysAsync(open.Select(o => o.CaseId), cancellation);
        var said = Words($"{email.Subject} {email.Text} {string.Join(' ', email.Files.Select(f => f.Name))}").ToHashSet();
        var scored = new List<(Proposed Proposal, double Score)>();
        foreach (var row in open)
        {
            db.Open<Case>(row.CaseId, (nameof(Case.PersonName), row.PersonName));
            // Of "María García López," an agency may write only "Maria Garcia".
            var name = Words(row.PersonName.Text).Where(w => w.Length > 1 && !Suffixes.Contains(w)).ToList();
            if (name.Count > 0 && name.Count(said.Contains) >= Math.Min(2, name.Count))
                scored.Add((new(row.CaseId, FiledAs.AgencyAnswer, ProposalReason.NamesPerson) { InquiryId = row.Id }, (double)name.Count(said.Contains) / name.Count));
        }

        return [.. scored.OrderByDescending(s => s.Score).Select(s => s.Proposal).Take(MostProposals)];
    }

    private async Task<MailVerdict> OfPersonAsync(IncomingEmail email, CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(email.From, out var from))
            return new MailVerdict.Ask(WaitReason.Unknown, []);
        var index = db.IndexOf("email", from.Normalized);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.ContactEmailIndex == index)
            .OrderBy(c => c.Status == CaseStatus.Closed).ThenByDescending(c => c.ReceivedAt).Take(MostProposals).Select(c => c.Id).ToListAsync(cancellation);
        return cases.Count == 0
            ? new MailVerdict.Ask(WaitReason.Unknown, [])
            : new MailVerdict.Ask(WaitReason.PersonWithoutCase, [.. cases.Select(c => new Proposed(c, FiledAs.Message, ProposalReason.FromPerson))]);
    }

    private static IEnumerable<string> Words(string text) => PlainText.Fold(text).Split((char[])[' ', ',', '.', ';', ':', '(', ')', '-', '\'', '"', '/', '_', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
}
