using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Constituents;

/// <summary>The email with the code. It doesn't even reveal that there is a case.</summary>
public sealed record AccessCodeMail(string SealedCode) : IAwaitedMail
{
    // Explicit, so that it isn't serialized into the mail queue.
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
/// Emails a code that opens a case, draft, or release. The caller says what was found. If nothing was, or the address has
/// had enough codes for now, the same rows are written except the email, so no one learns what exists (ASVS 6.3.8) and no
/// mailbox is flooded.
/// </summary>
public sealed class SendAccessCode(PortalDb db, SecretCode secrets, BlindIndex index, SystemCipher cipher, MailLimit limit, TimeProvider clock)
{
    /// <summary>The hash purpose of codes.</summary>
    internal const string CodePurpose = "access/code";

    /// <summary>What to open, and where the code goes.</summary>
    /// <param name="Language">The language of the email: the person's choice in this browser, or that of the case.</param>
    public sealed record Command(AccessPurpose Purpose, Guid? SubjectId, string Email, string Language);

    /// <summary>A code may have been sent; the browser keeps <paramref name="Id"/>.</summary>
    public sealed record Sent(Guid Id) : Outcome.Success;

    /// <summary>Creates the code and queues its email.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        var id = await AddAsync(command, cancellation);
        return await db.CommitAsync(cancellation, new Sent(id));
    }

    /// <summary>Creates the code and queues its email. The caller saves.</summary>
    internal async Task<Guid> AddAsync(Command command, CancellationToken cancellation)
    {
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
            Language = command.Language,
            CodeHash = secrets.Hash(CodePurpose, id.ToString("N"), code),
            EmailIndex = address,
            ExpiresAt = now + AccessCode.Lifetime,
        });
        if (subject is not null)
            db.Queue(now, mail, new(command.Email.Trim(), command.Language), null, id);
        return id;
    }

    // Only emailed codes count, so failed attempts with someone's address don't use up their limit. The query runs whether or
    // not something was found, so both take equally long.
    private async Task<bool> WithinLimitAsync(string address, Guid? subject, DateTime now, CancellationToken cancellation)
    {
        var since = now + AccessCode.Lifetime - limit.Window;
        var known = subject ?? Guid.Empty;
        return await db.Set<AccessCode>().CountAsync(
            c => c.ExpiresAt > since && c.SubjectId != null && (c.EmailIndex == address || c.SubjectId == known), cancellation) < limit.Most;
    }
}
