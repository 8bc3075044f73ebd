using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Intake;

/// <summary>
/// Keeps one step of a request. Without a draft (first step, lost cookie) it begins one, so that what was typed is never lost.
/// Two tabs may save different steps; each changes only its own answers.
/// </summary>
public sealed class SaveDraft(PortalDb db, Vault vault, SecretCode secrets, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>What one step changes in the draft that <paramref name="Token"/> opens.</summary>
    public sealed record Command(string? Token, string Language, Func<RequestAnswers, RequestAnswers> Change);

    /// <summary>Saved; the browser keeps the token.</summary>
    public sealed record Saved(Guid Id, string Token, RequestAnswers Answers) : Outcome.Success;

    /// <summary>The request was submitted already; the page leads to its confirmation.</summary>
    public sealed record AlreadySubmitted : Outcome;

    /// <summary>Saves the step.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        for (var attempt = 0; ; attempt++)
        {
            var (request, cipher, token) = await LoadOrBeginAsync(command, now, cancellation);
            if (!request.IsDraft)
                return new AlreadySubmitted();
            var answers = command.Change(RequestJson.Unseal(cipher, request));
            request.SealedAnswers = RequestJson.Seal(cipher, answers);
            (request.ChangedAt, request.ExpiresAt, request.Language) = (now, now + Kept, command.Language);
            var outcome = await db.CommitAsync(cancellation, new Saved(request.Id, token, answers));
            if (outcome is not Outcome.Stale || attempt == 3)
                return outcome;
        }
    }

    private async Task<(HelpRequest, CaseCipher, string)> LoadOrBeginAsync(Command command, DateTime now, CancellationToken cancellation)
    {
        if (command.Token is { Length: > 0 } token)
        {
            var hash = secrets.Hash(Drafts.TokenPurpose, "", token);
            if (await db.Set<HelpRequest>().SingleOrDefaultAsync(r => r.TokenHash == hash, cancellation) is { } found && found.IsWithinReach(now))
                return (found, await vault.OpenAsync(found.Id, cancellation), token);
        }

        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        var cipher = vault.Create(id);
        var fresh = SecretCode.NewToken();
        var request = new HelpRequest
        {
            Id = id,
            TokenHash = secrets.Hash(Drafts.TokenPurpose, "", fresh),
            Language = command.Language,
            SealedAnswers = RequestJson.Seal(cipher, new RequestAnswers()),
            StartedAt = now,
            ChangedAt = now,
            ExpiresAt = now + Kept,
        };
        db.Add(request);
        return (request, cipher, fresh);
    }
}
