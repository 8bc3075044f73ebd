using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Intake;

/// <summary>Opens a saved draft in another browser after its code was entered. The draft gets a new token, and the old one stops working.</summary>
public sealed class ReturnToDraft(PortalDb db, Drafts drafts, BlindIndex index)
{
    /// <summary>A saved draft and its language; null when there is none.</summary>
    public sealed record SavedDraft(Guid? Id, string? Language);

    /// <summary>The newest draft saved for this address.</summary>
    public async Task<SavedDraft> FindAsync(string email, CancellationToken cancellation)
    {
        var hash = index.Of("email", email.Trim().ToUpperInvariant());
        return await db.Set<HelpRequest>().Where(r => r.ReturnEmailIndex == hash && r.SubmittedAt == null)
            .OrderByDescending(r => r.ChangedAt).Select(r => new SavedDraft(r.Id, r.Language)).FirstOrDefaultAsync(cancellation) ?? new(null, null);
    }

    /// <summary>The draft is open; the browser keeps the token.</summary>
    public sealed record Returned(string Token, string Language) : Outcome.Success;

    /// <summary>Opens the draft. The caller must have used up the code that was emailed for exactly this draft.</summary>
    public async Task<Outcome> ExecuteAsync(Guid draftId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        var request = await db.Set<HelpRequest>().SingleOrDefaultAsync(r => r.Id == draftId, cancellation);
        if (request is null || !request.IsDraft)
            return new Outcome.NotFound();
        var token = SecretCode.NewToken();
        request.TokenHash = drafts.HashOf(token);
        return await db.CommitAsync(cancellation, new Returned(token, request.Language));
    }
}
