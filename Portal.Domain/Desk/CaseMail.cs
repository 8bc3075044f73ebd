using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.MailRoom;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Desk;

/// <summary>An email that somebody has to read before anyone is told anything about the case.</summary>
/// <param name="From">The sender's address as given.</param>
/// <param name="Subject">The subject.</param>
/// <param name="ArrivedAt">UTC.</param>
public sealed record CaseMail(Guid Id, string From, string Subject, DateTime ArrivedAt)
{
    /// <summary>The inquiry it answers; null while it isn't filed.</summary>
    public Guid? InquiryId { get; init; }

    /// <summary>The document to read the answer from; null while it isn't filed.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>The names of files that couldn't be filed; empty when all could.</summary>
    public string LeftOut { get; init; } = "";

    /// <summary>Whether it's on the case and waits to be confirmed; otherwise, it waits in the mail room and may belong to the case.</summary>
    public bool IsFiled => InquiryId is not null;
}

/// <summary>Reads the email of a case that nobody has read.</summary>
internal static class CaseMails
{
    private const int Most = 20;

    private static readonly KeptQuery<Guid, ReceivedMail> Waiting = new((db, caseId) => db.Set<ReceivedMail>().AsNoTracking()
        .Where(m => m.State == MailState.Waiting && db.Set<MailProposal>().Any(p => p.MailId == m.Id && p.CaseId == caseId)).OrderBy(m => m.Id).Take(Most));

    /// <summary>First the answers to confirm, then what waits in the mail room.</summary>
    public static async Task<IReadOnlyList<CaseMail>> MailOfAsync(this PortalDb db, Case @case, CancellationToken cancellation)
    {
        var filed = @case.AnswersToConfirm.Count == 0 ? []
            : await db.Set<ReceivedMail>().AsNoTracking().Where(m => @case.AnswersToConfirm.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(cancellation);
        var documents = filed.Count == 0 ? []
            : await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == @case.Id && d.CameWith != null).OrderBy(d => d.Id).ToListAsync(cancellation);
        var waiting = await Waiting.ListAsync(db, @case.Id, cancellation);
        await db.ReadKeysAsync(filed.Concat(waiting).Select(m => m.Id), cancellation);
        return
        [
            .. filed.Select(m => From(m) with { InquiryId = m.InquiryId, DocumentId = Letter(documents.Where(d => d.CameWith == m.Id))?.Id }),
            .. waiting.Select(From),
        ];
    }

    private static CaseMail From(ReceivedMail mail) => new(mail.Id, mail.From, mail.Subject, mail.ArrivedAt) { LeftOut = mail.LeftOut?.Text.Replace("\n", ", ", StringComparison.Ordinal) ?? "" };

    // The email itself is the first; where it only brings a letter, that's the one to read.
    private static Document? Letter(IEnumerable<Document> documents) =>
        documents.ToList() is { Count: > 0 } all ? all.Skip(1).FirstOrDefault(d => d.ContentType == "application/pdf") ?? all[0] : null;
}
