using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Staff;

/// <summary>A link was created that lets someone reset their sign-in.</summary>
public sealed record SignInReset(Guid StaffId, bool SecondFactorToo) : IEvent;

/// <summary>Tells the staff member, so they notice a password reset they didn't ask for.</summary>
public sealed record PasswordResetMail : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your password is being reset"),
    [
        desk.T(
            "An administrator created a link for you to choose a new password for the casework portal. Your phone or passkey stays the same. The link works for one hour."),
        desk.T("The administrator will give you the link. It isn't in this email."),
        desk.T("Didn't ask for this? Tell your administrator right away."),
    ])
    {
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Tells the staff member, so they notice a reset they didn't ask for.</summary>
public sealed record SignInResetMail : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your sign-in is being reset"),
    [
        desk.T(
            "An administrator created a link for you to set up sign-in to the casework portal again, with a different phone or passkey. The link works for one hour."),
        desk.T("The administrator will give you the link. It isn't in this email."),
        desk.T("Didn't ask for this? Tell your administrator right away."),
    ])
    {
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>
/// Creates a one-time link, valid for an hour, for someone who can no longer sign in. The second factor stays (ASVS 6.4.3)
/// unless it was lost; then the administrator must confirm that they verified who is asking.
/// </summary>
public sealed class ResetSignIn(PortalDb db, SecretCode secrets, TimeProvider clock)
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(1);

    /// <summary>The staff member, and whether the second factor is lost too.</summary>
    public sealed record Command(Guid StaffId, bool SecondFactorToo)
    {
        /// <summary>Whether the identity of who asks was verified; must be true if the second factor is lost.</summary>
        public bool SureWhoAsks { get; init; }
    }

    /// <summary>The token of the one-time link, shown once and stored only as a hash.</summary>
    public sealed record Made(Guid StaffId, string Token) : Outcome.Success;

    /// <summary>The id of the staff member with this email address; null when there is none.</summary>
    public async Task<Guid?> FindAsync(string email, CancellationToken cancellation)
    {
        var normalized = EmailAddress.TryParse(email, out var address) ? address.Normalized : "";
        return await db.Set<StaffMember>().Where(s => s.NormalizedEmail == normalized)
            .Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Creates the link; an earlier one stops working.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ManageStaff) is { } refusal)
            return refusal;
        var member = await db.Set<StaffMember>().SingleOrDefaultAsync(s => s.Id == command.StaffId, cancellation);
        if (member is null)
            return new Outcome.NotFound();
        if (member.DisabledAt is not null)
            return new Outcome.Refused("This account is deactivated. Reactivate it on the staff page first.");
        if (member.Id == actor.Id)
            return new Outcome.Refused("You can't reset your own sign-in. Ask another administrator, or someone with access to the server.");
        if (!await db.IsEnrolledAsync(member, cancellation))
            return new Outcome.Refused("This person hasn't set up sign-in yet. Create an enrollment link instead.");
        if (!command.SecondFactorToo && member.PasswordHash is null)
            return new Outcome.Refused("This person signs in with a passkey and has no password. If the passkey is lost, reset everything.");
        if (command.SecondFactorToo && !command.SureWhoAsks)
            return new Outcome.Refused("Make sure it's really this person asking, then confirm that you did.");
        var now = clock.GetUtcNow().UtcDateTime;
        var token = SecretCode.NewToken();
        (member.EnrollmentTokenHash, member.EnrollmentExpiresAt) =
            (secrets.Hash(AddStaff.EnrollmentPurpose, "", token), now + LinkLifetime);
        member.LinkOpens = command.SecondFactorToo ? SignInLink.StartAnew : SignInLink.NewPassword;
        var made = db.Record(this, now, actor, null, new SignInReset(member.Id, command.SecondFactorToo));
        db.Queue(now, command.SecondFactorToo ? new SignInResetMail() : new PasswordResetMail(), new(member.Email!, "en"), null, made);
        return await db.CommitAsync(cancellation, new Made(member.Id, token));
    }
}

internal static class EnrollmentCheck
{
    /// <summary>Whether a staff member can sign in, with a password and second factor or with a passkey.</summary>
    public static async Task<bool> IsEnrolledAsync(this PortalDb db, StaffMember member, CancellationToken cancellation) =>
        (member.PasswordHash is not null && member.TwoFactorEnabled)
        || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == member.Id, cancellation);
}
