using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.HelpRequests;

/// <summary>
/// Remembers the address to which a return code may go, and mails where to return, once for each draft and address. The
/// code itself is asked for then. Anybody can write anybody's address here: past the limit no mail goes out.
/// </summary>
public sealed class SaveForLater(PortalDb db, SecretCode secrets, BlindIndex index, MailLimit limit, TimeProvider clock)
{
    /// <summary>The draft and the address.</summary>
    public sealed record Command(string Token, EmailAddress Email, string Language);

    /// <summary>Saves.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, CancellationToken cancellation)
    {
        var hash = secrets.Hash(Drafts.TokenPurpose, "", command.Token);
        var request = await db.Set<HelpRequest>().SingleOrDefaultAsync(r => r.TokenHash == hash, cancellation);
        if (request is null || !request.IsDraft)
            return new Outcome.NotFound();
        var address = index.Of("email", command.Email.Normalized);
        request.ReturnEmailIndex = address;
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - limit.Window;
        if (await db.Set<HelpRequest>().CountAsync(r => r.ReturnEmailIndex == address && r.Id != request.Id && r.ChangedAt > since, cancellation) < limit.Most
            && !await db.IsQueuedAsync<DraftSavedMail>(command.Email.Text, request.Id, cancellation))
            db.Queue(now, new DraftSavedMail(), command.Email.Text, command.Language, null, request.Id);
        return await db.CommitAsync(cancellation);
    }
}
