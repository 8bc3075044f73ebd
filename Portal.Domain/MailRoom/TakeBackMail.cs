using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.MailRoom;

/// <summary>
/// Moves an email back to the mail room: from the wrong case, with the message, the alarm, and the documents that it became there, or from
/// what isn't casework. Documents that serve a release or a letter, or that were shared since, stay.
/// </summary>
public sealed class TakeBackMail(PortalDb db, MailJudge judge, IDocumentStore store, TimeProvider clock)
{
    /// <summary>The email as the page saw it.</summary>
    public sealed record Command(Guid MailId, int Version);

    /// <summary>Moves it back. Has no effect while it waits.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        var mail = await db.Set<ReceivedMail>().SingleOrDefaultAsync(m => m.Id == command.MailId, cancellation);
        if (mail is null)
            return new Outcome.NotFound();
        if (mail.State is MailState.Waiting or MailState.New)
            return Outcome.Done;
        if (mail.Version != command.Version)
            return new Outcome.Stale();
        if (mail.As == FiledAs.DeliveryProblem)
            return new Outcome.Refused("A delivery failure notice can't be moved back.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        List<Document> removed = [];
        if (mail.CaseId is { } caseId)
        {
            var documents = await db.Set<Document>().Where(d => d.CaseId == caseId && d.CameWith == mail.Id).ToListAsync(cancellation);
            var ids = documents.Select(d => (Guid?)d.Id).ToList();
            if (await db.Set<AgencyResponse>().AnyAsync(r => ids.Contains(r.DocumentId), cancellation))
                return new Outcome.Refused("This email was already recorded as an answer, so it can't be moved back.");
            var used = await UsedAsync(caseId, cancellation);
            removed = [.. documents.Where(d => d is { UploadedBy: not ActorKind.Constituent, SharedAt: null, PaperOfReleaseId: null } && !used.Contains(d.Id))];
            db.RemoveRange(removed);
            await RemoveMessageAsync(mail, await db.Set<Case>().SingleAsync(c => c.Id == caseId, cancellation), cancellation);
        }

        db.Record(act, mail.CaseId, new EmailTakenBack(mail.Id, mail.As));
        var known = await db.Set<MailProposal>().AnyAsync(p => p.MailId == mail.Id, cancellation);
        judge.Ask(mail, WaitReason.TakenBack, known ? [] : MailVerdict.Possible(await judge.JudgeAsync(mail, cancellation)));
        var outcome = await db.CommitAsync(cancellation);
        foreach (var name in outcome.Succeeded ? removed.SelectMany(d => d.StoredNames) : [])
            await store.DeleteAsync(name, CancellationToken.None);
        return outcome;
    }

    private async Task<HashSet<Guid>> UsedAsync(Guid caseId, CancellationToken cancellation)
    {
        var releases = await db.Set<PrivacyRelease>().Where(r => r.CaseId == caseId).Select(r => new { r.ProofDocumentId, r.PaperDocumentId }).ToListAsync(cancellation);
        var letters = await db.Set<LetterDraft>().AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync(cancellation);
        return [.. releases.SelectMany(r => new[] { r.ProofDocumentId, r.PaperDocumentId }).OfType<Guid>(), .. letters.SelectMany(l => LetterContent.Read(l.Content).Documents)];
    }

    // Somebody else's words must not leave an alarm, or something unread, on this person's case.
    private async Task RemoveMessageAsync(ReceivedMail mail, Case @case, CancellationToken cancellation)
    {
        @case.EndConfirmation(mail.Id);
        if (mail.MessageId is { } id && await db.Set<Message>().FindAsync([id], cancellation) is { } message)
        {
            db.Remove(message);
            if (@case.UnansweredSince == message.SentAt)
                @case.ClearUnanswered();
            var alerts = await db.OpenAlertsAsync(@case.Id, cancellation);
            db.RemoveRange(alerts.Where(a => a.MessageId == id));
            if (alerts.Count > 0 && alerts.TrueForAll(a => a.MessageId == id))
                @case.EndAlarm();
        }

        db.CountAsChanged(@case);
    }
}
