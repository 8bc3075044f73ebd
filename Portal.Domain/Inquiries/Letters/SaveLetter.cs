using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Saves a letter that somebody is writing. A draft leaves no trace in the activity record: nothing happened yet.</summary>
public sealed class SaveLetter(PortalDb db, LetterPress press, TimeProvider clock)
{
    /// <summary>The letter's id, created with the form; the inquiry it follows up on, if any; and how it stands.</summary>
    public sealed record Command(Guid CaseId, Guid LetterId, Guid? InquiryId, LetterContent Content)
    {
        /// <summary>The draft's version that the form was made from; null for a new letter.</summary>
        public int? Version { get; init; }
    }

    /// <summary>Saves it. A letter in the outbox has to be taken back first.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        if (Enum.GetValues<LetterBlock>().Sum(b => TextLength.Of(command.Content[b])) > SendInquiry.MaxLength)
            return new Outcome.Refused("Shorten the letter to 10,000 characters or fewer.");
        if (!await db.Set<Agency>().AnyAsync(a => a.Code == command.Content.AgencyCode, cancellation))
            return new Outcome.Refused("Choose an agency from the list.");
        if (command.InquiryId is { } inquiry && !await db.Set<AgencyInquiry>().AnyAsync(i => i.Id == inquiry && i.CaseId == @case.Id, cancellation))
            return new Outcome.NotFound();
        var now = clock.GetUtcNow().UtcDateTime;
        var draft = await db.Set<LetterDraft>().SingleOrDefaultAsync(d => d.Id == command.LetterId, cancellation);
        if (draft is not null && draft.CaseId != @case.Id)
            return new Outcome.NotFound();
        if (draft is not null && command.Version is { } seen && seen != draft.Version)
            return new Outcome.Stale();
        if (draft is { IsGoing: true })
            return new Outcome.Refused("This letter is about to go out. Choose “Don't send” first.");
        if (draft is null && await db.Set<SentLetter>().AnyAsync(l => l.Id == command.LetterId, cancellation))
            return new Outcome.Refused("This letter has already been sent.");
        if (draft is null)
            db.Add(new LetterDraft
            {
                Id = command.LetterId,
                CaseId = @case.Id,
                InquiryId = command.InquiryId,
                AuthorId = actor.Id ?? Guid.Empty,
                Content = command.Content.Write(),
                SavedAt = now,
            });
        var printed = draft?.PrintedName;
        draft?.Change(command.Content, actor.Id ?? Guid.Empty, now);
        var outcome = await db.CommitAsync(cancellation);
        if (outcome.Succeeded && printed is not null && draft!.PrintedName is null)
            await press.ForgetAsync(printed);
        return outcome;
    }
}
