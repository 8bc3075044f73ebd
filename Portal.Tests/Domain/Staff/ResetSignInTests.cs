using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Staff;

/// <summary>Resetting a sign-in: valid for an hour, recorded, and requiring the second factor unless that is what was lost.</summary>
public sealed class ResetSignInTests
{
    private const string Mail = "SignInResetMail to ian@nunez.example.gov";

    [Theory, OnBoth]
    public async Task An_enrollment_link_works_only_for_staff_who_never_enrolled(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (olga, ian) = (await office.Given.Staff(StaffRole.Administrator, "Olga"), await office.Given.Staff(StaffRole.Intern, "Ian"));
        (await ResetAsync(office, olga, new(ian.Id!.Value, false)))
            .Refused("This person hasn't set up sign-in yet. Create an enrollment link instead.");
        await EnrollAsync(office, ian, password: true);
        (await office.TryAsync<AddStaff>(o => o.ExecuteAsync(new("ian@nunez.example.gov", null, StaffRole.Intern), olga, default)))
            .Refused("{0} already works here and can sign in. Nothing was changed. Lost password or phone? Reset the sign-in on the staff page.");
        (await office.TryAsync<AddStaff>(o => o.ExecuteAsync(new("ian@nunez.example.gov", null, StaffRole.Intern), Actor.System("CommandLine"), default)))
            .Refused("{0} already works here and can sign in. Nothing was changed. Lost password or phone? Reset the sign-in on the staff page.");
    }

    [Theory, OnBoth]
    public async Task A_passkey_counts_as_enrollment(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (olga, ian) = (await office.Given.Staff(StaffRole.Administrator, "Olga"), await office.Given.Staff(StaffRole.Intern, "Ian"));
        await EnrollAsync(office, ian, password: false);
        (await office.TryAsync<AddStaff>(o => o.ExecuteAsync(new("ian@nunez.example.gov", null, StaffRole.Intern), olga, default)))
            .Refused("{0} already works here and can sign in. Nothing was changed. Lost password or phone? Reset the sign-in on the staff page.");
        (await ResetAsync(office, olga, new(ian.Id!.Value, false)))
            .Refused("This person signs in with a passkey and has no password. If the passkey is lost, reset everything.");
        (await ResetAsync(office, olga, new(ian.Id!.Value, true) { SureWhoAsks = true })).Did("SignInReset", Mail);
    }

    [Theory]
    [OnBoth(false, SignInLink.NewPassword)]
    [OnBoth(true, SignInLink.StartAnew)]
    public async Task A_reset_link_is_valid_for_an_hour_stored_as_a_hash_and_announced_by_email(DatabaseProvider on, bool secondFactor, SignInLink kind)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (olga, ian) = (await office.Given.Staff(StaffRole.Administrator, "Olga"), await office.Given.Staff(StaffRole.Intern, "Ian"));
        await EnrollAsync(office, ian, password: true);
        var made = (ResetSignIn.Made)(await ResetAsync(office, olga, new(ian.Id!.Value, secondFactor) { SureWhoAsks = true }))
            .Did("SignInReset", secondFactor ? Mail : "PasswordResetMail to ian@nunez.example.gov").Outcome;
        var member = await office.NowAsync<StaffMember>(ian.Id!.Value);
        Assert.Equal((kind, office.Clock.Utc.AddHours(1)), (member.LinkOpens, member.EnrollmentExpiresAt!.Value));
        Assert.DoesNotContain(made.Token, member.EnrollmentTokenHash, StringComparison.Ordinal);
        // Creating the link removes nothing yet.
        Assert.True(member is { PasswordHash: not null, TwoFactorEnabled: true });
    }

    [Theory, OnBoth]
    public async Task The_second_factor_is_reset_only_after_verification_and_never_by_oneself(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (olga, ian) = (await office.Given.Staff(StaffRole.Administrator, "Olga"), await office.Given.Staff(StaffRole.Intern, "Ian"));
        await EnrollAsync(office, ian, password: true);
        await EnrollAsync(office, olga, password: true);
        (await ResetAsync(office, olga, new(ian.Id!.Value, true))).Refused("Make sure it's really this person asking, then confirm that you did.");
        (await ResetAsync(office, olga, new(olga.Id!.Value, true) { SureWhoAsks = true }))
            .Refused("You can't reset your own sign-in. Ask another administrator, or someone with access to the server.");
        (await ResetAsync(office, Actor.System("CommandLine"), new(olga.Id!.Value, true) { SureWhoAsks = true }))
            .Did("SignInReset", "SignInResetMail to olga@nunez.example.gov");
        (await ResetAsync(office, olga, new(Guid.CreateVersion7(), true) { SureWhoAsks = true })).Was<Outcome.NotFound>();
        await office.DoAsync<ChangeStaff>(o => o.ExecuteAsync(new(ian.Id!.Value, "Ian", StaffRole.Intern, true), olga, default));
        (await ResetAsync(office, olga, new(ian.Id!.Value, true) { SureWhoAsks = true }))
            .Refused("This account is deactivated. Reactivate it on the staff page first.");
    }

    private static Task<Trial> ResetAsync(DomainHost office, Actor by, ResetSignIn.Command command) =>
        office.TryAsync<ResetSignIn>(o => o.ExecuteAsync(command, by, default));

    private static Task<int> EnrollAsync(DomainHost office, Actor who, bool password) => office.ReadAsync(async db =>
    {
        var member = await db.Set<StaffMember>().SingleAsync(s => s.Id == who.Id);
        if (password)
            (member.PasswordHash, member.TwoFactorEnabled) = ("a hash", true);
        else
            db.Add(new IdentityUserPasskey<Guid>
            {
                UserId = member.Id,
                CredentialId = [1, 2, 3],
                Data = new() { PublicKey = [], AttestationObject = [], ClientDataJson = [] }
            });
        return await db.SaveChangesAsync();
    });
}
