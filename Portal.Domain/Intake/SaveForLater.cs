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
/// Remembers the address a return code may go to, and emails how to return. The code itself is requested at that point.
/// Anyone can enter anyone's address here, so an address is emailed at most once an hour, and the email is always the same.
/// </summary>
public sealed class SaveForLater(PortalDb db, Drafts drafts, BlindIndex index, TimeProvider clock)
{
    /// <summary>The draft and the address.</summary>
    public sealed record Command(string Token, EmailAddress Email, string Language);

    /// <summary>Saves the address and sends the email.</summary>
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
            db.Queue(now, new DraftSavedMail(), new(command.Email.Text, command.Language), null, cause);
        return await db.CommitAsync(cancellation);
    }

    private static Guid ThisHour(string address, DateTime now) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{address}/{now:yyyy-MM-ddTHH}")).AsSpan(0, 16));
}
