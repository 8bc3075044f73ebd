using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Intake;

/// <summary>
/// Remembers the address to which a return code may go, and mails where to return. The code itself is asked for then.
/// Anybody can write anybody's address here: it is mailed once an hour at most, and the mail is the same for every draft.
/// </summary>
public sealed class SaveForLater(PortalDb db, Drafts drafts, BlindIndex index, TimeProvider clock)
{
    /// <summary>The draft and the address.</summary>
    public sealed record Command(string Token, EmailAddress Email, string Language);

    /// <summary>Saves.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        if (await drafts.LoadAsync(command.Token, cancellation) is not { IsDraft: true } request)
            return new Outcome.NotFound();
        request.ReturnEmailIndex = index.Of("email", command.Email.Normalized);
        var now = clock.GetUtcNow().UtcDateTime;
        var cause = ThisHour(request.ReturnEmailIndex, now);
        if (!await db.IsQueuedAsync<DraftSavedMail>(command.Email.Text, cause, cancellation))
            db.Queue(now, new DraftSavedMail(), command.Email.Text, command.Language, null, cause);
        return await db.CommitAsync(cancellation);
    }

    private static Guid ThisHour(string address, DateTime now) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{address}/{now:yyyy-MM-ddTHH}")).AsSpan(0, 16));
}
