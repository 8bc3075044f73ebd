using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Returns a letter as a PDF, as it was sent or as it would be now, and records that it was opened.</summary>
public sealed class OpenLetter(PortalDb db, LetterDesk desk, LetterEnclosures letters, LetterPress press, StaffDirectory staff, TimeProvider clock)
{
    /// <summary>The PDF.</summary>
    public sealed record Opened(byte[] Pdf) : Outcome.Success;

    /// <summary>Opens the letter with this id: one that was sent, or a draft.</summary>
    public async Task<Outcome> ExecuteAsync(Guid caseId, Guid letterId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.OpenDocuments) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await PdfAsync(caseId, letterId, actor, now, cancellation) is not { } pdf)
            return new Outcome.NotFound();
        db.Record(this, now, actor, caseId, new LetterOpened(letterId));
        return await db.CommitAsync(cancellation, new Opened(pdf));
    }

    private async Task<byte[]?> PdfAsync(Guid caseId, Guid letterId, Actor actor, DateTime now, CancellationToken cancellation)
    {
        if (await letters.FindAsync(caseId, letterId, cancellation) is { } sent)
            return await press.ReadAsync(sent, cancellation);
        if (await db.FindAsync<LetterDraft>([letterId], cancellation) is not { } draft || draft.CaseId != caseId)
            return null;
        if (draft.Printed is { } printed)
            return await press.ReadAsync(caseId, printed, cancellation);
        var letter = LetterContent.Read(draft.Content);
        var author = (await staff.NamesAsync(cancellation)).GetValueOrDefault(draft.AuthorId, actor.Name);
        return await desk.ReadAsync(caseId, letter.AgencyCode, draft.InquiryId, author, cancellation) is { } situation
            ? await press.PrintAsync(letter, situation, null, now, cancellation)
            : null;
    }
}
