using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Decisions;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>
/// Sends a letter that was saved. An email waits in the outbox for half a minute, unless it's an emergency; everything else counts as
/// sent at once. The inquiry, its text, its PDF, and the email to the constituent are saved together.
/// </summary>
public sealed class SendLetter(
    PortalDb db, LetterDesk desk, LetterPress press, InquiryOpening opening, StaffDirectory staff, Managers managers, TimeProvider clock)
{
    /// <summary>The letter, and how it goes out.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Version">The case as the form saw it; null when that doesn't matter.</param>
    /// <param name="LetterId">The saved letter.</param>
    /// <param name="Method">How it goes out.</param>
    public sealed record Command(Guid CaseId, int? Version, Guid LetterId, InquiryMethod Method)
    {
        /// <summary>Whether an email goes out without waiting, because it's an emergency.</summary>
        public bool AtOnce { get; init; }
    }

    /// <summary>It's in the outbox and goes out at <paramref name="At"/>, UTC.</summary>
    public sealed record Scheduled(DateTime At) : Outcome.Success;

    /// <summary>It waits for another person.</summary>
    public sealed record Held(LetterHold For) : Outcome.Success;

    /// <summary>It's recorded as sent.</summary>
    public sealed record Sent(Guid LetterId) : Outcome.Success;

    /// <summary>Refused: these guards have to be answered first.</summary>
    public sealed record Guarded(IReadOnlyList<LetterGuard> Guards) : Outcome;

    /// <summary>Sends the letter. Sending it twice sends it once.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.ContactAgencies, cancellation);
        if (refusal is null or Outcome.Stale && await db.IsLetterSentAsync(command.CaseId, command.LetterId, cancellation))
            return new Sent(command.LetterId);
        if (refusal is not null)
            return refusal;
        if (await DraftAsync(@case.Id, command.LetterId, cancellation) is not { } draft)
            return await db.IsLetterSentAsync(@case.Id, command.LetterId, cancellation) ? new Sent(command.LetterId) : new Outcome.NotFound();
        if (draft.IsGoing)
            return new Scheduled(draft.SendAt!.Value);
        if (draft.SentBackById is not null)
            return new Outcome.Refused("This letter was sent back for changes. Change it first.");
        var letter = LetterContent.Read(draft.Content);
        if (await desk.ReadAsync(@case.Id, letter.AgencyCode, draft.InquiryId, await NameAsync(draft.AuthorId, cancellation) ?? actor.Name, cancellation) is not { } situation)
            return new Outcome.NotFound();
        if (await press.UnprintableAsync(letter, situation, cancellation) is { } name)
            return new Outcome.Refused("“{0}” can't be printed. It may have too many pages. Take it out, or split it.", name);
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var isManager = actor.May(Permission.ApproveLetters);
        var sender = LetterSender.Of(draft, actor.Id, isManager);
        var open = LetterGuards.Open(LetterGuards.Find(letter, situation, command.Method), letter, sender).ToList();
        // A double click may be ahead of this one, and what it sent is what the guards see.
        if (open.Count > 0 && await db.IsLetterSentAsync(@case.Id, draft.Id, cancellation))
            return new Sent(draft.Id);
        if (open.Count > 0 && open.TrueForAll(g => HoldOf(g, isManager) is not null))
            return await HoldAsync(act, draft, open.Max(g => HoldOf(g, isManager)!.Value), command.Method, (letter, situation), cancellation);
        if (open.Count > 0)
            return new Guarded(open);
        if (command.Method != InquiryMethod.Email || (command.AtOnce && situation.IsEmergency))
            return await GoAsync(act, @case, draft, command.Method, (letter, situation), actor.Id ?? Guid.Empty, cancellation);
        draft.Send(act.At + LetterDraft.Wait, actor.Id ?? Guid.Empty, LetterPaper.ContactOf(letter, situation)!.Card.Email!, sender);
        db.Record(act, @case.Id, new LetterScheduled(draft.Id, letter.AgencyCode));
        return await db.CommitAsync(cancellation, new Scheduled(draft.SendAt!.Value));
    }

    /// <summary>Sends a letter whose time in the outbox is over. What no longer fits goes back to the person who sent it.</summary>
    internal async Task<Outcome> SendDueAsync(object job, LetterDraft due, CancellationToken cancellation)
    {
        var act = new Act(job, Actor.System(job.GetType().Name), clock.GetUtcNow().UtcDateTime);
        if (await DraftAsync(due.CaseId, due.Id, cancellation) is not { IsGoing: true } draft)
            return Outcome.Done;
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == draft.CaseId, cancellation);
        var letter = LetterContent.Read(draft.Content);
        var situation = await desk.ReadAsync(@case.Id, letter.AgencyCode, draft.InquiryId, await NameAsync(draft.AuthorId, cancellation) ?? "", cancellation);
        if (situation is not null && Goes(draft, letter, situation))
        {
            var outcome = await GoAsync(act, @case, draft, InquiryMethod.Email, (letter, situation), draft.SentById!.Value, cancellation);
            if (outcome is Outcome.Success or Outcome.Stale)
                return outcome;
        }

        return await ReturnAsync(job, draft.CaseId, draft.Id, cancellation);
    }

    /// <summary>Gives a letter that couldn't go out back to the person who sent it, and tells them.</summary>
    internal async Task<Outcome> ReturnAsync(object job, Guid caseId, Guid id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var act = new Act(job, Actor.System(job.GetType().Name), clock.GetUtcNow().UtcDateTime);
        if (await DraftAsync(caseId, id, cancellation) is not { IsGoing: true } draft)
            return Outcome.Done;
        var sender = draft.SentById!.Value;
        draft.Return(act.At);
        var returned = db.Record(act, caseId, new LetterReturned(draft.Id, LetterContent.Read(draft.Content).AgencyCode));
        if (await db.Set<StaffMember>().Where(s => s.Id == sender).Select(s => s.Email).SingleOrDefaultAsync(cancellation) is { } email)
            db.Queue(act.At, new LetterReturnedMail(await ReferenceAsync(caseId, cancellation), draft.Id), new(email, "en"), caseId, returned);
        return await db.CommitAsync(cancellation);
    }

    // The address is the one that was approved, and nothing has come up since.
    private static bool Goes(LetterDraft draft, LetterContent letter, LetterSituation situation) =>
        LetterPaper.ContactOf(letter, situation)?.Card.Email is { } email && email == draft.SendTo?.Text
        && !LetterGuards.Open(LetterGuards.Find(letter, situation, InquiryMethod.Email), letter, LetterSender.Of(draft, draft.SentById, draft.ByManager)).Any();

    // Null when the sender has to answer the guard.
    private static LetterHold? HoldOf(LetterGuard guard, bool isManager) => guard.Level switch
    {
        GuardLevel.Signature => LetterHold.Signature,
        GuardLevel.Manager when !isManager => LetterHold.Manager,
        GuardLevel.Colleague => LetterHold.Colleague,
        _ => null,
    };

    private async Task<string?> NameAsync(Guid staffId, CancellationToken cancellation) => (await staff.NamesAsync(cancellation)).GetValueOrDefault(staffId);

    private Task<string> ReferenceAsync(Guid caseId, CancellationToken cancellation) =>
        db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.Reference).SingleAsync(cancellation);

    private Task<LetterDraft?> DraftAsync(Guid caseId, Guid id, CancellationToken cancellation) =>
        db.Set<LetterDraft>().SingleOrDefaultAsync(d => d.Id == id && d.CaseId == caseId, cancellation);

    // What is printed for the signature is what goes out, so it's printed once and kept.
    private async Task<Outcome> HoldAsync(
        Act act, LetterDraft draft, LetterHold hold, InquiryMethod method, (LetterContent Letter, LetterSituation Situation) written, CancellationToken cancellation)
    {
        var (letter, situation) = written;
        if (draft.HeldFor != hold)
        {
            var held = db.Record(act, draft.CaseId, new LetterHeld(draft.Id, letter.AgencyCode) { For = hold });
            var reference = await ReferenceAsync(draft.CaseId, cancellation);
            foreach (var email in await HoldersAsync(draft, hold, situation.Today, cancellation))
                db.Queue(act.At, new LetterHeldMail(reference, draft.Id) { For = hold }, new(email, "en"), draft.CaseId, held);
        }

        StoredBlob? printed = null;
        if (hold == LetterHold.Signature && draft.Printed is null)
        {
            printed = await press.StoreAsync(draft.CaseId, await press.PrintAsync(letter, situation, method, act.At, cancellation), cancellation);
            draft.Print(printed);
        }

        draft.Hold(hold, act.At);
        var outcome = await db.CommitAsync(cancellation, new Held(hold));
        if (!outcome.Succeeded && printed is not null)
            await press.ForgetAsync(printed.Name);
        return outcome;
    }

    // Colleagues find it on the list of letters; an email to every one of them would be noise. Only an author whose letter was changed
    // is told, because it waits for them.
    private async Task<IReadOnlyList<string>> HoldersAsync(LetterDraft draft, LetterHold hold, DateOnly today, CancellationToken cancellation) =>
        hold != LetterHold.Colleague ? await managers.EmailsAsync(today, cancellation)
        : draft.LastWriterId != draft.AuthorId ? await managers.EmailsForAsync(draft.AuthorId, today, cancellation)
        : [];

    private async Task<Outcome> GoAsync(
        Act act, Case @case, LetterDraft draft, InquiryMethod method, (LetterContent Letter, LetterSituation Situation) written, Guid by,
        CancellationToken cancellation)
    {
        var (letter, situation) = written;
        var sending = new InquiryOpening.Sending(draft.Id, method, LetterPaper.PlainText(letter), by);
        if (await AddAsync(act, @case, draft, letter, sending, cancellation) is { } refusal)
            return refusal;
        var blob = draft.Printed ?? await press.StoreAsync(@case.Id, await press.PrintAsync(letter, situation, method, act.At, cancellation), cancellation);
        var contact = LetterPaper.ContactOf(letter, situation);
        var sent = new SentLetter
        {
            Id = draft.Id,
            CaseId = @case.Id,
            InquiryId = draft.InquiryId ?? draft.Id,
            ContactId = contact?.Id,
            Addressee = LetterPaper.Addressee(contact?.Card, situation.Agency, method),
            SentTo = method == InquiryMethod.Email ? contact?.Card.Email : method == InquiryMethod.Fax ? contact?.Card.Fax : null,
            Method = method,
            Template = letter.Template,
            Content = draft.Content.Text,
            StoredName = blob.Name,
            Sha256 = blob.Sha256,
            Length = blob.Length,
            SentAt = act.At,
            SentById = by,
        };
        db.Add(sent);
        Record(act, letter, situation, sent);
        if (method == InquiryMethod.Email)
            db.Queue(act.At, Mail(letter, situation, sent), new(contact!.Card.Email!, "en"), @case.Id, sent.Id);
        db.Remove(draft);
        if (letter.IsForMember)
            await CarryOutAsync(act, draft, cancellation);
        var outcome = await db.CommitAsync(cancellation, new Sent(sent.Id));
        if (!outcome.Succeeded && draft.Printed is null)
            await press.ForgetAsync(blob.Name);
        return outcome;
    }

    // The letter that was decided on went out.
    private async Task CarryOutAsync(Act act, LetterDraft draft, CancellationToken cancellation)
    {
        foreach (var decision in await db.Set<Decision>().Where(d => d.CaseId == draft.CaseId && d.InquiryId == draft.InquiryId
            && d.Choice == DecisionChoice.MemberLetter && d.EndedAt == null).ToListAsync(cancellation))
        {
            decision.End(act.At);
            db.Record(act, draft.CaseId, new DecisionEnded(decision.Id, true));
        }
    }

    private async Task<Outcome?> AddAsync(Act act, Case @case, LetterDraft draft, LetterContent letter, InquiryOpening.Sending sending, CancellationToken cancellation)
    {
        var agency = await db.Set<Agency>().SingleAsync(a => a.Code == letter.AgencyCode, cancellation);
        if (draft.InquiryId is not { } followed)
            return await opening.AskAsync(act, @case, agency, letter.Ask, sending, cancellation);
        var inquiry = await db.Set<AgencyInquiry>().SingleAsync(i => i.Id == followed, cancellation);
        return await opening.AskAgainAsync(act, @case, inquiry, agency, sending, cancellation);
    }

    private void Record(Act act, LetterContent letter, LetterSituation situation, SentLetter sent)
    {
        var stood = LetterGuards.Find(letter, situation, sent.Method)
            .Where(g => !string.IsNullOrWhiteSpace(letter.Reasons.GetValueOrDefault(g.Key))).DistinctBy(g => g.Key).ToList();
        foreach (var guard in stood)
            db.Add(new GuardOverride
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(act.At)),
                LetterId = sent.Id,
                CaseId = sent.CaseId,
                Guard = guard.Code,
                Words = guard.Words,
                Reason = letter.Reasons[guard.Key].Trim(),
            });
        db.Record(act, sent.CaseId, new LetterSent(sent.Id, sent.InquiryId, sent.Method, sent.Sha256)
        {
            Template = sent.Template,
            Documents = letter.Documents,
            Overridden = [.. stood.Select(g => g.Code)],
        });
    }

    private static AgencyLetterMail Mail(LetterContent letter, LetterSituation situation, SentLetter sent) => new(
        LetterPaper.Subject(situation),
        $"{LetterPaper.PlainText(letter)}\n\nThe letter and its enclosures are attached as one PDF.\n\n{LetterPaper.Signature(letter, situation)}",
        [
            new(sent.StoredName, $"inquiry-{situation.Reference}.pdf", "application/pdf"),
            .. letter.EnclosesRelease
                ? situation.Releases.Select((r, i) => new MailFile(r.PdfName, $"privacy-release-{situation.Reference}{(i == 0 ? "" : $"-{i + 1}")}.pdf", "application/pdf"))
                : [],
        ]);
}
