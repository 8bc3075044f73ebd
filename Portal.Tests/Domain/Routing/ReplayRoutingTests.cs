using Portal.Domain.Platform.Database;
using Portal.Domain.Routing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Routing;

public sealed class ReplayRoutingTests
{
    [Theory, OnBoth]
    public async Task SaysWhichCasesWouldHaveGoneElsewhereAndWritesNothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Caseworker("Ada");
        var maria = await office.Given.Caseworker("Maria");
        var file = await office.Given.SubmittedCase();
        var rule = new RoutingRule { Id = Guid.CreateVersion7(office.Clock.Now), Name = "All to Maria", Aspect = RoutingAspect.Topic, Enabled = true, AssigneeId = maria.Id };
        var before = await DatabasePicture.TakeAsync(office.Database);
        var replay = await office.WithAsync<ReplayRouting, Replay>(q => q.ExecuteAsync(rule, default));
        Assert.Equal(1, replay.Looked);
        Assert.Equal(new ReplayedCase(file.Reference, "Ada", "Maria"), Assert.Single(replay.Elsewhere));
        Assert.Empty(before.Differences(await DatabasePicture.TakeAsync(office.Database)));
    }
}
