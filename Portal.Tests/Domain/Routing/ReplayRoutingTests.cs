using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Routing;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Routing;

public sealed class ReplayRoutingTests
{
    [Theory, OnBoth]
    public async Task A_replay_lists_cases_that_would_be_routed_differently_and_changes_none(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Caseworker("Ada");
        var maria = await office.Given.Caseworker("Maria");
        var @case = await office.Given.SubmittedCase();
        var rule = new RoutingRule
        {
            Id = Guid.CreateVersion7(office.Clock.Now),
            Name = "All to Maria",
            Aspect = RoutingAspect.Topic,
            Enabled = true,
            AssigneeId = maria.Id
        };
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        await office.DoAsync<ChangeStaff>(o => o.ExecuteAsync(
            new(olga.Id!.Value, "Olga", StaffRole.CaseworkManager, false) { AbsentFrom = office.Clock.Today }, Actor.System("test"), default));
        var trial = (await office.TryAsync<ReplayRouting>(q => q.ExecuteAsync(rule, olga, default))).Did("RoutingRuleTested");
        var replay = Assert.IsType<Replay>(trial.Outcome);
        Assert.Equal(1, replay.Looked);
        Assert.Equal(new ReplayedCase(@case.Reference, "Ada", "Maria"), Assert.Single(replay.Elsewhere));
        Assert.Equal(["Activity", "UnsealedActivity"], trial.ChangedTables.Order());
        (await office.TryAsync<ReplayRouting>(q => q.ExecuteAsync(rule, maria, default))).NotPermitted(Permission.EditRouting);
    }
}
