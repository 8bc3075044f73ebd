using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Staff;

/// <summary>
/// Adds a staff member, or creates a new enrollment link for someone who never used theirs. People who are enrolled get no
/// such link, because it would replace their second factor (see <see cref="ResetSignIn"/>).
/// </summary>
public sealed class AddStaff(PortalDb db, SecretCode secrets, TimeProvider clock)
{
    /// <summary>The hash purpose of enrollment tokens.</summary>
    public const string EnrollmentPurpose = "staff/enrollment";

    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(3);

    /// <summary>The person to add.</summary>
    public sealed record Command(string Email, string? DisplayName, StaffRole Role);

    /// <summary>The token of the one-time link, shown once and stored only as a hash.</summary>
    public sealed record Added(Guid StaffId, string Token) : Outcome.Success;

    /// <summary>Adds the person and creates the link.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ManageStaff) is { } refusal)
            return refusal;
        if (!EmailAddress.TryParse(command.Email, out var email))
            return new Outcome.Refused("Enter an email address, such as name@example.gov.");
        var now = clock.GetUtcNow().UtcDateTime;
        var member = await db.Set<StaffMember>().SingleOrDefaultAsync(s => s.NormalizedEmail == email.Normalized, cancellation);
        if (member is not null && await RefusalAsync(member, command.Role, cancellation) is { } why)
            return why;
        if (member is null)
        {
            member = new StaffMember
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now)),
                Email = email.Text,
                NormalizedEmail = email.Normalized,
                UserName = email.Text,
                NormalizedUserName = email.Normalized,
                EmailConfirmed = true,
                SecurityStamp = SecretCode.NewToken(),
                DisplayName = string.IsNullOrWhiteSpace(command.DisplayName) ? email.Text.Split('@')[0] : command.DisplayName.Trim(),
                Role = command.Role,
            };
            db.Add(member);
            db.Record(this, now, actor, null, new StaffAdded(member.Id, command.Role));
        }

        var token = SecretCode.NewToken();
        (member.EnrollmentTokenHash, member.EnrollmentExpiresAt, member.LinkOpens) =
            (secrets.Hash(EnrollmentPurpose, "", token), now + LinkLifetime, SignInLink.Enrollment);
        db.Record(this, now, actor, null, new EnrollmentLinkCreated(member.Id));
        return await db.CommitAsync(cancellation, new Added(member.Id, token));
    }

    private async Task<Outcome?> RefusalAsync(StaffMember member, StaffRole wanted, CancellationToken cancellation)
    {
        if (member.DisabledAt is not null)
            return new Outcome.Refused("This account is deactivated. Reactivate it on the staff page first.");
        if (member.Role != wanted)
            return new Outcome.Refused(
                "{0} already works here, in a different role. Nothing was changed. Change the role on the staff page.", member.Email!);
        return await db.IsEnrolledAsync(member, cancellation)
            ? new Outcome.Refused(
                "{0} already works here and can sign in. Nothing was changed. Lost password or phone? Reset the sign-in on the staff page.",
                member.Email!)
            : null;
    }
}
