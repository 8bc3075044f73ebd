using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Inquiries.Answers;

/// <summary>
/// The person says how far an agency's answer helped. What they write becomes a message that staff have to answer; if the answer didn't
/// help, a letter that asks the agency to reconsider waits for the caseworker to finish.
/// </summary>
public sealed class RateAnswer(PortalDb db, MessageArrival arrival, LetterDesk desk, StaffDirectory staff, TimeProvider clock)
{
    private const int MostQuoted = 1500;

    /// <summary>What the person says.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="ResponseId">The agency's answer.</param>
    /// <param name="Help">How far it helped; null skips the question.</param>
    /// <param name="Words">What is still wrong; null or empty when they wrote nothing.</param>
    /// <param name="Key">The id of the message, so that a double click sends one.</param>
    public sealed record Command(Guid CaseId, Guid ResponseId, AnswerHelp? Help, string? Words, Guid Key);

    /// <summary>Records it. Only the first rating of an answer counts.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadOwnCaseAsync(command.CaseId, actor, Permission.OwnCase, cancellation);
        if (refusal is not null)
            return refusal;
        var words = string.IsNullOrWhiteSpace(command.Words) ? null : command.Words;
        if (words is not null && !TextLength.Fits(words, Message.MaxLength))
            return new Outcome.Refused("Enter a message of 10,000 characters or fewer.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        if (await db.FindAsync<AnswerRating>([command.ResponseId], cancellation) is { } rated)
        {
            if (rated.CaseId != @case.Id)
                return new Outcome.NotFound();
            // Rated before, such as in another tab: the rating stands, but no word that was written is lost.
            if (words is null || await db.FindAsync<Message>([command.Key], cancellation) is not null)
                return Outcome.Done;
            await arrival.AddAsync(act, @case, command.Key, words, cancellation);
            return await db.CommitAsync(cancellation);
        }

        var inquiry = await db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.CaseId == @case.Id)
            .SingleOrDefaultAsync(i => i.Responses.Any(r => r.Id == command.ResponseId && r.Kind == ResponseKind.Final), cancellation);
        var recordedAt = await db.Set<AgencyResponse>().Where(r => r.Id == command.ResponseId).Select(r => (DateTime?)r.RecordedAt).SingleOrDefaultAsync(cancellation);
        if (inquiry is null || recordedAt >= @case.AnswerUntoldSince)
            return new Outcome.NotFound();
        db.Add(new AnswerRating
        {
            Id = command.ResponseId,
            CaseId = @case.Id,
            AgencyCode = inquiry.AgencyCode,
            Help = command.Help,
            MessageId = words is null ? null : command.Key,
            RatedAt = act.At,
        });
        db.Record(act, @case.Id, new AnswerRated(command.ResponseId, inquiry.AgencyCode, command.Help));
        if (words is not null)
            await arrival.AddAsync(act, @case, command.Key, words, cancellation);
        if (words is not null && command.Help is AnswerHelp.Partly or AnswerHelp.NotAtAll)
            await DraftAsync(@case, inquiry.AgencyCode, words!, act.At, cancellation);
        return await db.CommitAsync(cancellation);
    }

    // Nobody's draft would be nobody's work: without a caseworker there is the message alone, which waits for an answer.
    private async Task DraftAsync(Case @case, string agencyCode, string words, DateTime now, CancellationToken cancellation)
    {
        if (@case.IsClosed || @case.AssignedToId is not { } author
            || (await staff.NamesAsync(cancellation)).GetValueOrDefault(author) is not { } name
            || await desk.ReadAsync(@case.Id, agencyCode, null, name, cancellation) is not { } situation)
            return;
        var drafts = await db.Set<LetterDraft>().AsNoTracking().Where(d => d.CaseId == @case.Id).ToListAsync(cancellation);
        if (drafts.Select(d => LetterContent.Read(d.Content)).Any(l => l.AgencyCode == agencyCode && l.Ask == PermittedAsk.Reconsideration))
            return;
        var letter = LetterComposer.Propose(situation, PermittedAsk.Reconsideration);
        var said = Triage.MaskSsn(words.Trim()).ReplaceLineEndings(" ");
        var quoted = $"• Our constituent writes about your answer: “{(said.Length > MostQuoted ? said[..Math.Max(said.LastIndexOf(' ', MostQuoted), MostQuoted / 2)] + " …" : said)}”";
        var blocks = letter.Blocks.ToDictionary(b => b.Key, b => b.Value);
        blocks[LetterBlock.Facts] = $"{blocks.GetValueOrDefault(LetterBlock.Facts)}\n{quoted}".Trim();
        db.Add(new LetterDraft
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = @case.Id,
            AuthorId = author,
            Content = (letter with { Blocks = blocks }).Write(),
            SavedAt = now,
        });
    }
}
