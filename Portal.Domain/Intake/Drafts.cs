using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Intake;

/// <summary>A draft as its pages see it.</summary>
public sealed record Draft(Guid Id, RequestAnswers Answers, int Version, bool Submitted);

/// <summary>Finds a draft by the token its browser holds.</summary>
public sealed class Drafts(PortalDb db, Vault vault, SecretCode secrets, TimeProvider clock)
{
    /// <summary>What draft tokens are hashed for.</summary>
    public const string TokenPurpose = "draft/token";

    /// <summary>The draft, also for a moment after it was submitted; null when there is none.</summary>
    public async Task<Draft?> FindAsync(string? token, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        var hash = secrets.Hash(TokenPurpose, "", token);
        var request = await db.Set<HelpRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.TokenHash == hash, cancellation);
        if (request is null || !request.IsWithinReach(clock.GetUtcNow().UtcDateTime))
            return null;
        var cipher = await vault.OpenAsync(request.Id, cancellation);
        return new(request.Id, RequestJson.Unseal(cipher, request), request.Version, !request.IsDraft);
    }
}
