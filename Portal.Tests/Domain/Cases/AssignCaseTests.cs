using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Cases;

public sealed class AssignCaseTests
{
    [Theory, OnBoth]
    public async Task Assigning_again_to_the_same_colleague_changes_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, carl) = (await office.Given.Caseworker(), await office.Given.Caseworker("Carl"));
        var @case = await office.Given.SubmittedCase();
        (await office.TryAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, @case.Version, carl.Id!.Value), maria, default))).Did("CaseAssigned");
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((carl.Id, office.Clock.Utc, @case.Version + 1), (now.AssignedToId, now.RoutedAt, now.Version));
        (await office.TryAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, carl.Id!.Value), maria, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task An_intern_may_take_a_case_but_not_assign_one(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var intern = await office.Given.Staff(StaffRole.Intern, "Ian");
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        (await office.TryAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, maria.Id!.Value), intern, default))).NotPermitted(Permission.AssignCases);
        (await office.TryAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, intern.Id!.Value), intern, default))).Did("CaseAssigned");
        (await office.TryAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, maria.Id!.Value), maria, default))).Did("CaseAssigned");
        // An intern can't take a case from a colleague, and can be assigned one only by undoing an assignment.
        (await office.TryAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, intern.Id!.Value), intern, default))).NotPermitted(Permission.AssignCases);
        (await office.TryAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, intern.Id!.Value), maria, default)))
            .Refused("That person doesn't work on cases. Choose someone else.");
        (await office.TryAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, intern.Id!.Value) { GivesBack = true }, maria, default)))
            .Did("CaseAssigned");
    }

    [Theory, OnBoth]
    public async Task A_deactivated_colleague_cannot_be_assigned(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, carl) = (await office.Given.Caseworker(), await office.Given.Caseworker("Carl"));
        var @case = await office.Given.SubmittedCase();
        await office.DoAsync<ChangeStaff>(o => o.ExecuteAsync(new(carl.Id!.Value, "Carl", StaffRole.Caseworker, true), Actor.System("test"), default));
        foreach (var unknown in new[] { carl.Id!.Value, Guid.CreateVersion7() })
            (await office.TryAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, unknown), maria, default)))
                .Refused("That person no longer works here. Choose someone else.");
    }

    [Theory, OnBoth]
    public async Task All_but_one_of_concurrent_assignments_are_stale(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var people = new[] { await office.Given.Caseworker(), await office.Given.Caseworker("Carl"), await office.Given.Caseworker("Dora") };
        var @case = await office.Given.SubmittedCase();
        var next = -1;
        var outcomes = await office.AtOnceAsync<AssignCase>(
            3, o => o.ExecuteAsync(new(@case.Id, @case.Version, people[Interlocked.Increment(ref next)].Id!.Value), people[0], default));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal(2, outcomes.Count(o => o is Outcome.Stale));
    }
}
