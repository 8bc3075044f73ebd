using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;

namespace Portal.Domain.MailRoom;

/// <summary>
/// Takes an email back into the mail room: from the wrong case, with the message and the documents that it became there, or from what
/// isn't casework. Documents that were shared or recorded as an answer since stay.
/// </summary>
public sealed class TakeBackMail(PortalDb db, IDocumentStore store, TimeProvider clock)
{
    /// <summary>Takes it back. Has no effect while it waits.</summary>
    public async Task<Outcome> ExecuteAsync(Guid mailId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        var mail = await db.Set<ReceivedMail>().SingleOrDefaultAsync(m => m.Id == mailId, cancellation);
        if (mail is null)
            return new Outcome.NotFound();
        if (mail.State is MailState.Waiting or MailState.New)
            return Outcome.Done;
        if (mail.As == FiledAs.DeliveryProblem)
            return new Outcome.Refused("A report about an email that didn't arrive can't be taken back.");
        var removed = new List<Document>();
        if (mail.CaseId is { } caseId)
        {
            var documents = await db.Set<Document>().Where(d => d.CaseId == caseId && d.CameWith == mail.Id).ToListAsync(cancellation);
            var ids = documents.Select(d => (Guid?)d.Id).ToList();
            var used = await db.Set<AgencyResponse>().Where(r => r.CaseId == caseId && ids.Contains(r.DocumentId)).Select(r => r.DocumentId).ToListAsync(cancellation);
            if (used.Count > 0)
                return new Outcome.Refused("This email was already recorded as an answer, so it can't be taken back.");
            removed.AddRange(documents.Where(d => d is { UploadedBy: not ActorKind.Constituent, SharedAt: null }));
            db.RemoveRange(removed);
            if (mail.MessageId is { } message && await db.Set<Message>().FindAsync([message], cancellation) is { } row)
                db.Remove(row);
            var @case = await db.Set<Case>().SingleAsync(c => c.Id == caseId, cancellation);
            @case.EndConfirmation(mail.Id);
            db.CountAsChanged(@case);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.Record(this, now, actor, mail.CaseId, new EmailTakenBack(mail.Id, mail.As));
        mail.Wait(WaitReason.TakenBack);
        var outcome = await db.CommitAsync(cancellation);
        foreach (var name in outcome.Succeeded ? removed.SelectMany(d => d.StoredNames) : [])
            await store.DeleteAsync(name, CancellationToken.None);
        return outcome;
    }
}
