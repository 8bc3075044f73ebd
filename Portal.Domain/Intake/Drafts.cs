using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Intake;

/// <summary>A draft as its pages use it.</summary>
public sealed record Draft(Guid Id, RequestAnswers Answers)
{
    /// <summary>Whether a code can be emailed that opens it on another device.</summary>
    public bool CanBeReopened { get; init; }

    /// <summary>The token's holder, who becomes the constituent of the case.</summary>
    public Actor Owner => Actor.Constituent(Id);
}

/// <summary>Finds a draft by the token in the browser.</summary>
public sealed class Drafts(PortalDb db, Vault vault, SecretCode secrets, TimeProvider clock)
{
    /// <summary>The hash purpose of draft tokens.</summary>
    public const string TokenPurpose = "draft/token";

    /// <summary>The draft; null when there is none or it was submitted, because its token opens nothing from then on.</summary>
    public async Task<Draft?> FindAsync(string? token, CancellationToken cancellation) =>
        await WithinReachAsync(db.Set<HelpRequest>().AsNoTracking(), token, cancellation) is { IsDraft: true } request
            ? new(request.Id, RequestJson.Unseal(await CipherAsync(request, cancellation), request))
            {
                CanBeReopened = request.ReturnEmailIndex is not null,
            }
            : null;

    /// <summary>The same, tracked so it can be changed; also for a short time after it was submitted, so sending it twice is recognized.</summary>
    internal Task<HelpRequest?> LoadAsync(string? token, CancellationToken cancellation) =>
        WithinReachAsync(db.Set<HelpRequest>(), token, cancellation);

    /// <summary>The cipher of the request's answers.</summary>
    internal Task<CaseCipher> CipherAsync(HelpRequest request, CancellationToken cancellation) =>
        vault.OpenAsync(request.Id, cancellation);

    /// <summary>The stored hash of a token.</summary>
    internal string HashOf(string token) => secrets.Hash(TokenPurpose, "", token);

    private async Task<HelpRequest?> WithinReachAsync(IQueryable<HelpRequest> requests, string? token, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        var hash = HashOf(token);
        var request = await requests.SingleOrDefaultAsync(r => r.TokenHash == hash, cancellation);
        return request?.IsWithinReach(clock.GetUtcNow().UtcDateTime) == true ? request : null;
    }
}
