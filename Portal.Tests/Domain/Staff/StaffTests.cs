using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Staff;

public sealed class StaffTests
{
    [Theory, OnBoth]
    public async Task Adding_creates_an_account_with_a_link_and_adding_again_a_new_link(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        async Task<Trial> AddAsync(string email) => await office.TryAsync<AddStaff>(o => o.ExecuteAsync(new(email, null, StaffRole.Intern), olga, default));
        (await AddAsync("no address")).Refused("Enter an email address, such as name@example.gov.");
        var first = (AddStaff.Added)(await AddAsync("ian@example.gov")).Did(["StaffAdded", "EnrollmentLinkCreated"]).Outcome;
        var second = (AddStaff.Added)(await AddAsync("IAN@example.gov")).Did("EnrollmentLinkCreated").Outcome;
        Assert.Equal(first.StaffId, second.StaffId);
        Assert.NotEqual(first.Token, second.Token);
        var ian = await office.NowAsync<StaffMember>(first.StaffId);
        Assert.Equal(("ian", StaffRole.Intern, office.Clock.Utc.AddDays(3)), (ian.DisplayName, ian.Role, ian.EnrollmentExpiresAt!.Value));
        Assert.DoesNotContain(second.Token, ian.EnrollmentTokenHash, StringComparison.Ordinal);
        (await office.TryAsync<AddStaff>(o => o.ExecuteAsync(new("ian@example.gov", null, StaffRole.Administrator), olga, default)))
            .Refused("{0} already works here, in a different role. Nothing was changed. Change the role on the staff page.");
        await ChangeAsync(office, olga, first.StaffId, StaffRole.Intern, disabled: true);
        (await AddAsync("ian@example.gov")).Refused("This account is deactivated. Reactivate it on the staff page first.");
    }

    [Theory, OnBoth]
    public async Task Concurrent_additions_create_one_account(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.AtOnceAsync<AddStaff>(3, o => o.ExecuteAsync(new("ian@example.gov", null, StaffRole.Intern), Actor.System("test"), default));
        Assert.Single(await office.AllAsync<StaffMember>());
    }

    [Theory, OnBoth]
    public async Task Changing_the_role_or_deactivating_ends_every_session(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        var ian = await office.Given.Staff(StaffRole.Intern, "Ian");
        var stamp = (await office.NowAsync<StaffMember>(ian.Id!.Value)).SecurityStamp;
        async Task SignInAsync() =>
            await office.AddAsync(new Session
            {
                KeyHash = Guid.CreateVersion7().ToString("N"),
                StaffId = ian.Id,
                SealedTicket = "",
                ExpiresAt = office.Clock.Utc.AddHours(1)
            });
        await SignInAsync();
        (await ChangeAsync(office, olga, ian.Id!.Value, StaffRole.Intern)).Did("StaffChanged");
        Assert.Single(await office.AllAsync<Session>());
        (await ChangeAsync(office, olga, ian.Id!.Value, StaffRole.Caseworker)).Did("StaffChanged");
        Assert.Empty(await office.AllAsync<Session>());
        Assert.NotEqual(stamp, (await office.NowAsync<StaffMember>(ian.Id!.Value)).SecurityStamp);
        await SignInAsync();
        (await ChangeAsync(office, olga, ian.Id!.Value, StaffRole.Caseworker, disabled: true)).Did(["StaffChanged", "StaffDeactivated"]);
        Assert.Empty(await office.AllAsync<Session>());
        (await ChangeAsync(office, olga, ian.Id!.Value, StaffRole.Caseworker)).Did(["StaffChanged", "StaffReactivated"]);
    }

    [Theory, OnBoth]
    public async Task The_last_administrator_cannot_be_removed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        const string last = "This is the last administrator. Make someone else an administrator first.";
        (await ChangeAsync(office, olga, olga.Id!.Value, StaffRole.CaseworkManager)).Refused(last);
        (await ChangeAsync(office, olga, olga.Id!.Value, StaffRole.Administrator, disabled: true)).Refused(last);
        await office.Given.Staff(StaffRole.Administrator, "Otto");
        (await ChangeAsync(office, olga, olga.Id!.Value, StaffRole.CaseworkManager)).Did("StaffChanged");
    }

    [Theory, OnBoth]
    public async Task Invalid_staff_data_are_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        var ian = await office.Given.Staff(StaffRole.Intern, "Ian");
        var command = new ChangeStaff.Command(ian.Id!.Value, "Ian", StaffRole.Intern, false);
        async Task<Trial> TryAsync(ChangeStaff.Command c) => await office.TryAsync<ChangeStaff>(o => o.ExecuteAsync(c, olga, default));
        (await TryAsync(command with { DisplayName = "" })).Refused("Enter a name of 120 characters or fewer.");
        (await TryAsync(command with { AbsentFrom = office.Clock.Today, AbsentUntil = office.Clock.Today.AddDays(-1) }))
            .Refused("Check the dates. The last day of the absence is before the first.");
        (await TryAsync(command with { StaffId = Guid.CreateVersion7() })).Was<Outcome.NotFound>();
    }

    [Theory, OnBoth]
    public async Task Two_administrators_cannot_demote_each_other_concurrently(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        var otto = await office.Given.Staff(StaffRole.Administrator, "Otto");
        var seen = (await office.NowAsync<StaffMember>(otto.Id!.Value)).ConcurrencyStamp;
        var command = new ChangeStaff.Command(otto.Id.Value, "Otto B.", StaffRole.Administrator, false) { Stamp = seen };
        (await office.TryAsync<ChangeStaff>(o => o.ExecuteAsync(command, olga, default))).Did("StaffChanged");
        (await office.TryAsync<ChangeStaff>(o => o.ExecuteAsync(command with { DisplayName = "Otto C." }, olga, default))).Was<Outcome.Stale>();
        var next = -1;
        var who = new[] { (By: olga, Whom: otto), (By: otto, Whom: olga) };
        await office.AtOnceAsync<ChangeStaff>(2, o =>
        {
            var (by, whom) = who[Interlocked.Increment(ref next)];
            return o.ExecuteAsync(new(whom.Id!.Value, "Somebody", StaffRole.Intern, false), by, default);
        });
        Assert.Contains(await office.AllAsync<StaffMember>(), s => s.Role == StaffRole.Administrator);
    }

    [Theory, OnBoth]
    public async Task Ended_sessions_are_deleted(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.AddAsync(
            new Session { KeyHash = "a", SealedTicket = "", ExpiresAt = office.Clock.Utc.AddSeconds(-1) },
            new Session { KeyHash = "b", SealedTicket = "", ExpiresAt = office.Clock.Utc.AddSeconds(1) });
        Assert.Equal(1, await office.SweepAsync<SessionExpiredJob>());
        Assert.Equal("b", (await office.AllAsync<Session>()).Single().KeyHash);
    }

    [Fact]
    public void Each_role_includes_the_permissions_below_it_and_interns_see_no_identity_numbers()
    {
        var roles = Enum.GetValues<StaffRole>();
        foreach (var (lower, higher) in roles.Zip(roles.Skip(1)))
            Assert.Empty(RolePermissions.For(lower).Except(RolePermissions.For(higher)));
        Assert.DoesNotContain(Permission.RevealIdentifiers, RolePermissions.For(StaffRole.Intern));
        Assert.DoesNotContain(Permission.OpenDocuments, RolePermissions.For(StaffRole.Intern));
        Assert.All(roles, role => Assert.DoesNotContain(Permission.OwnCase, RolePermissions.For(role)));
        Assert.Equal([Permission.OwnCase, Permission.UsePublicSite], Enum.GetValues<Permission>().Except(RolePermissions.For(StaffRole.Administrator)));
    }

    private static Task<Trial> ChangeAsync(DomainHost office, Actor by, Guid staff, StaffRole role, bool disabled = false) =>
        office.TryAsync<ChangeStaff>(o => o.ExecuteAsync(new(staff, "Somebody", role, disabled), by, default));
}
