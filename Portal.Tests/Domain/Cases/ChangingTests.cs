using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Routing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Cases;

/// <summary>Changes to priority, topic, update interval and residency.</summary>
public sealed class ChangingTests
{
    [Theory, OnBoth]
    public async Task Changing_the_priority_is_recorded_and_a_second_time_changes_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        var did = (await office.TryAsync<ChangePriority>(o => o.ExecuteAsync(new(@case.Id, @case.Version, Priority.P0), maria, default)))
            .Did("PriorityChanged");
        Assert.Equal("""{"from":"P3","to":"P0"}""", did.Entries[0].Payload);
        Assert.Equal((maria.Id, "ChangePriority", @case.Id), (did.Entries[0].ActorId, did.Entries[0].Operation, did.Entries[0].CaseId));
        (await office.TryAsync<ChangePriority>(o => o.ExecuteAsync(new(@case.Id, null, Priority.P0), maria, default))).ChangedNothing();
        // The next update is due as if the case had arrived with that priority; lowering it again doesn't postpone the update.
        var urgent = await office.NowAsync<Case>(@case.Id);
        Assert.True(urgent.PromisedOn < @case.PromisedOn);
        await office.DoAsync<ChangePriority>(o => o.ExecuteAsync(new(@case.Id, null, Priority.P3), maria, default));
        Assert.Equal(urgent.PromisedOn, (await office.NowAsync<Case>(@case.Id)).PromisedOn);
    }

    [Theory, OnBoth]
    public async Task When_a_case_becomes_urgent_its_caseworker_is_emailed_or_the_managers_if_it_is_unassigned(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga", absentFrom: office.Clock.Today);
        var alone = await office.Given.SubmittedCase();
        await office.SweepAsync<RouteNewCasesJob>();
        Assert.Null((await office.NowAsync<Case>(alone.Id)).AssignedToId);
        (await office.TryAsync<ChangePriority>(o => o.ExecuteAsync(new(alone.Id, null, Priority.P0), olga, default))).Did("PriorityChanged");
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted", "UrgentCaseUnassignedMail to olga@nunez.example.gov");

        var maria = await office.Given.Caseworker();
        var hers = await office.Given.AcceptedCase(maria);
        (await office.TryAsync<ChangePriority>(o => o.ExecuteAsync(new(hers.Id, null, Priority.P0), olga, default)))
            .Did("PriorityChanged", "CaseBecameUrgentMail to maria@nunez.example.gov");
    }

    [Theory, OnBoth]
    public async Task Choosing_a_topic_sets_its_agency_and_choosing_only_an_agency_clears_the_topic(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        async Task<Trial> ChangeAsync(string? topic, string? agency) =>
            await office.TryAsync<ChangeTopic>(o => o.ExecuteAsync(new(@case.Id, null, topic, agency), maria, default));
        (await ChangeAsync("irs-refund", "SSA")).Did("TopicChanged");
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal(("irs-refund", "IRS"), (now.TopicCode, now.AgencyCode));
        (await ChangeAsync("irs-refund", null)).ChangedNothing();
        (await ChangeAsync(null, "VA")).Did("TopicChanged");
        Assert.Null((await office.NowAsync<Case>(@case.Id)).TopicCode);
        (await ChangeAsync(null, null)).Refused("Choose a topic or an agency from the list.");
        (await ChangeAsync("nothing", "XYZ")).Refused("Choose a topic or an agency from the list.");
    }

    [Theory, OnBoth]
    public async Task A_shorter_interval_moves_the_next_update_earlier_and_a_longer_one_never_delays_it(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        async Task<Trial> SetAsync(int days) => await office.TryAsync<ChangeUpdateInterval>(o => o.ExecuteAsync(new(@case.Id, null, days), maria, default));
        (await SetAsync(7)).Did("UpdateIntervalChanged");
        Assert.Equal(office.Clock.Today.AddDays(7), (await office.NowAsync<Case>(@case.Id)).PromisedOn);
        (await SetAsync(60)).Did("UpdateIntervalChanged");
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((office.Clock.Today.AddDays(7), 60), (now.PromisedOn!.Value, now.UpdateIntervalDays!.Value));
        foreach (var days in new[] { 0, -1, 91 })
            (await SetAsync(days)).Refused("Enter 1 to 90 days.");
    }

    [Theory, OnBoth]
    public async Task Confirming_residency_again_changes_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase(Answers.Complete() with
        {
            Address = Answers.Complete().Address with { State = "CA", Zip = TestOffice.ZipElsewhere }
        });
        Assert.Equal(ResidencyFinding.OutOfDistrict, @case.Residency);
        (await office.TryAsync<ConfirmResidency>(o => o.ExecuteAsync(new(@case.Id, @case.Version), maria, default))).Did("ResidencyConfirmed");
        Assert.Equal(ResidencyFinding.Confirmed, (await office.NowAsync<Case>(@case.Id)).Residency);
        (await office.TryAsync<ConfirmResidency>(o => o.ExecuteAsync(new(@case.Id, null), maria, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task A_closed_case_has_no_next_update(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.ClosedCase(maria);
        (await office.TryAsync<ChangeUpdateInterval>(o => o.ExecuteAsync(new(@case.Id, null, 7), maria, default)))
            .Refused("This case is closed. Reopen it first.");
        Assert.Null((await office.NowAsync<Case>(@case.Id)).PromisedOn);
    }
}
