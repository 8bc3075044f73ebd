using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Topics;

namespace Portal.Domain.Intake;

/// <summary>
/// Turns a draft into a case: reference, promise, release to sign, and acknowledgment, all in one save.
/// A double submit returns the same case.
/// </summary>
public sealed class SubmitRequest(
    PortalDb db, Drafts drafts, TopicCatalog topics, CaseOpening opening, FirstRelease releases, UnconfirmedMail mail,
    TimeProvider clock)
{
    /// <summary>The draft, and why the bot check wants staff to double-check it; null when it doesn't.</summary>
    public sealed record Command(string Token, string? ReviewReason);

    /// <summary>There is a case now, or there already was one.</summary>
    public sealed record Submitted(Guid CaseId, string Reference) : Outcome.Success;

    /// <summary>Something is missing; the page goes to the first of these steps.</summary>
    public sealed record Incomplete(IReadOnlyList<RequestStep> Steps) : Outcome;

    /// <summary>Submits the request. From then on, the writer acts as the constituent of the case.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        if (await drafts.LoadAsync(command.Token, cancellation) is not { } request)
            return new Outcome.NotFound();
        if (!request.IsDraft)
            return await ExistingCaseAsync(request.Id, cancellation);
        var cipher = await drafts.CipherAsync(request, cancellation);
        var answers = RequestJson.Unseal(cipher, request);
        var topic = await topics.FindAsync(answers.TopicCode, cancellation);
        if (RequestStep.Missing(answers, topic) is { Count: > 0 } missing)
            return new Incomplete(missing);

        var now = clock.GetUtcNow().UtcDateTime;
        var @case = await opening.OpenAsync(request, answers, topic, new() { ReviewReason = command.ReviewReason }, now, cancellation);
        request.Submit(now);
        var act = new Act(this, Actor.Constituent(@case.Id), now);
        db.Record(
            act, @case.Id,
            new RequestSubmitted(@case.TopicCode, @case.AgencyCode, @case.Priority, @case.Residency, @case.PromisedOn!.Value));
        await opening.AlarmAsync(act, @case, answers, cancellation);
        await RequestReleaseAndAcknowledgeAsync(act, @case, answers, topic, cipher, cancellation);
        var outcome = await db.CommitAsync(cancellation, new Submitted(@case.Id, @case.Reference));
        return outcome is Outcome.Stale ? await ExistingCaseAsync(request.Id, cancellation) : outcome;
    }

    private async Task RequestReleaseAndAcknowledgeAsync(
        Act act, Case @case, RequestAnswers answers, TopicCard? topic, CaseCipher cipher, CancellationToken cancellation)
    {
        var release = await releases.PrepareAsync(act, @case, answers, topic, cipher, cancellation);
        if (@case.ContactEmail is not { } email || !await mail.MayReachWriterAsync(@case, act.At, cancellation))
            return;
        var signsHere = release?.SignerEmail is { } signer && string.Equals(signer, email, StringComparison.OrdinalIgnoreCase);
        var inInk = signsHere && await db.FindAsync<Agency>([release!.AgencyCode], cancellation) is { } agency && !agency.For(release.Matter).TakesElectronic;
        var acknowledgment = new AcknowledgmentMail(@case.Reference, @case.PromisedOn!.Value, signsHere ? release!.LinkToken : null, inInk);
        db.Queue(act.At, acknowledgment, new(email, @case.Language), @case.Id, @case.Id);
    }

    private async Task<Outcome> ExistingCaseAsync(Guid id, CancellationToken cancellation) =>
        await db.Set<Case>().Where(c => c.Id == id).Select(c => c.Reference).SingleOrDefaultAsync(cancellation) is { } reference
            ? new Submitted(id, reference)
            : new Outcome.Stale();
}
