using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Intake;

/// <summary>
/// Saves one step of a request. Without a draft (first step, lost cookie) it starts one, so nothing typed is lost.
/// Two tabs can save different steps; each changes only its own answers.
/// </summary>
public sealed class SaveDraft(PortalDb db, Drafts drafts, Vault vault, TimeProvider clock)
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromDays(30);

    /// <summary>A step's change to the draft that <paramref name="Token"/> opens.</summary>
    public sealed record Command(string? Token, string Language, Func<RequestAnswers, RequestAnswers> Change);

    /// <summary>Saved; the browser keeps the token.</summary>
    public sealed record Saved(Guid Id, string Token, RequestAnswers Answers) : Outcome.Success;

    /// <summary>The request was already submitted; the page redirects to its confirmation.</summary>
    public sealed record AlreadySubmitted : Outcome;

    /// <summary>Saves the step.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        for (var attempt = 0; ; attempt++)
        {
            var found = await drafts.LoadAsync(command.Token, cancellation);
            if (found is { IsDraft: false })
                return new AlreadySubmitted();
            var token = found is null ? SecretCode.NewToken() : command.Token!;
            var (request, cipher) = found is null ? Begin(command.Language, token, now) : (found, await drafts.CipherAsync(found, cancellation));
            var answers = command.Change(RequestJson.Unseal(cipher, request));
            request.SealedAnswers = RequestJson.Seal(cipher, answers);
            (request.ChangedAt, request.ExpiresAt, request.Language) = (now, now + KeepFor, command.Language);
            var outcome = await db.CommitAsync(cancellation, new Saved(request.Id, token, answers));
            if (outcome is not Outcome.Stale || attempt == 3)
                return outcome;
        }
    }

    private (HelpRequest, CaseCipher) Begin(string language, string token, DateTime now)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        var cipher = vault.Create(id);
        var request = new HelpRequest
        {
            Id = id,
            TokenHash = drafts.HashOf(token),
            Language = language,
            SealedAnswers = RequestJson.Seal(cipher, new RequestAnswers()),
            StartedAt = now,
            ChangedAt = now,
        };
        db.Add(request);
        return (request, cipher);
    }
}
