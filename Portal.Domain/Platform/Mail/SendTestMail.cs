using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Mail;

/// <summary>An administrator sent a test email; the failure is null when it was sent.</summary>
public sealed record EmailTested(Guid MailId, MailFailureKind? Failure) : IEvent;

/// <summary>Sends a test email while the administrator waits, and reports what failed. The address isn't stored.</summary>
public sealed class SendTestMail(PortalDb db, IMailServer server, ILetterhead letterhead, SystemCipher cipher, TimeProvider clock)
{
    /// <summary>The recipient and the language.</summary>
    public sealed record Command(string To, string Language);

    /// <summary>The attempt was made.</summary>
    /// <param name="MailId">The first part of its Message-ID.</param>
    /// <param name="Failure">Why it wasn't sent; null when the server accepted it.</param>
    public sealed record Tried(Guid MailId, MailFailure? Failure) : Outcome.Success;

    /// <summary>Sends the test. Waits for the server, at most a minute.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.SetUpOffice) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        var desk = new MailDesk(command.Language, await letterhead.ReadAsync(cancellation), cipher);
        var failure = await SendAsync(MailEnvelope.For(id, command.To, new TestMail(), desk), cancellation);
        db.Record(this, now, actor, null, new EmailTested(id, failure?.Kind));
        return await db.CommitAsync(cancellation, new Tried(id, failure));
    }

    private async Task<MailFailure?> SendAsync(MailEnvelope mail, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await server.ConnectAsync(cancellation);
            await connection.SendAsync(mail, cancellation);
            return null;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return MailFailure.From(fault);
        }
    }
}
