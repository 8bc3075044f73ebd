using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Constituents;

/// <summary>The mail with the code. It names nothing but the code: not even that there is a case.</summary>
public sealed record AccessCodeMail(string SealedCode) : IAwaitedMail
{
    // No part of the mail itself: it is not written into the queue.
    TimeSpan IAwaitedMail.UsefulFor => AccessCode.Lifetime;

    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your code"), [desk.T("Enter this code on our website:")])
    {
        Code = desk.Unseal(SealedCode),
        Closing =
        [
            desk.T("It works once, for 10 minutes. Asked more than once? Use the newest email. We'll never ask you for a code by phone."),
            desk.T("Didn't ask for a code? You can ignore this email."),
        ],
    };
}

/// <summary>
/// Mails a code that opens a case, draft or release. The caller says what was found; when nothing was, or when the
/// address has had enough codes for now, the same rows are written but for the mail, so that nobody learns what exists
/// (ASVS 6.3.8) and nobody's mailbox is filled.
/// </summary>
public sealed class SendAccessCode(PortalDb db, SecretCode secrets, BlindIndex index, SystemCipher cipher, MailLimit limit, TimeProvider clock)
{
    /// <summary>What codes are hashed for.</summary>
    internal const string CodePurpose = "access/code";

    /// <summary>What to open, and where the code goes.</summary>
    public sealed record Command(AccessPurpose Purpose, Guid? SubjectId, string Email, string Language);

    /// <summary>A code may be on its way; the browser keeps <paramref name="Id"/>.</summary>
    public sealed record Sent(Guid Id) : Outcome.Success;

    /// <summary>Writes the code and queues its mail.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        var code = SecretCode.NewDigits();
        var mail = new AccessCodeMail(cipher.Seal(code, MailDesk.CodePurpose));
        var address = index.Of("email", command.Email.Trim().ToUpperInvariant());
        var subject = await WithinLimitAsync(address, command.SubjectId, now, cancellation) ? command.SubjectId : null;
        db.Add(new AccessCode
        {
            Id = id,
            Purpose = command.Purpose,
            SubjectId = subject,
            CodeHash = secrets.Hash(CodePurpose, id.ToString("N"), code),
            EmailIndex = address,
            ExpiresAt = now + AccessCode.Lifetime,
        });
        if (subject is not null)
            db.Queue(now, mail, command.Email.Trim(), command.Language, null, id);
        return await db.CommitAsync(cancellation, new Sent(id));
    }

    // Only codes that were mailed count: who asks in vain for somebody's address takes nothing away from them. The
    // question is asked whether or not something was found, so that both take equally long.
    private async Task<bool> WithinLimitAsync(string address, Guid? subject, DateTime now, CancellationToken cancellation)
    {
        var since = now + AccessCode.Lifetime - limit.Window;
        var known = subject ?? Guid.Empty;
        return await db.Set<AccessCode>().CountAsync(
            c => c.ExpiresAt > since && c.SubjectId != null && (c.EmailIndex == address || c.SubjectId == known), cancellation) < limit.Most;
    }
}
