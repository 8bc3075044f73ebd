using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Cases;

public sealed class AcceptCaseTests
{
    [Theory, OnBoth]
    public async Task Accepting_an_unassigned_case_assigns_it_and_waits_for_the_signature(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        (await office.TryAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, @case.Version), maria, default))).Did("CaseAccepted");
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal(
            (CaseStatus.WaitingOnConstituent, maria.Id, office.Clock.Utc),
            (now.Status, now.AssignedToId, now.AcceptedAt!.Value));
        (await office.TryAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, null), maria, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Accepting_keeps_the_assignee_and_the_turn_stays_with_the_office_when_the_release_is_signed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, carl) = (await office.Given.Caseworker(), await office.Given.Caseworker("Carl"));
        var @case = await office.Given.SubmittedCase();
        await office.Given.Signature(@case.Id);
        await office.DoAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, carl.Id!.Value), maria, default));
        await office.DoAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, null), maria, default));
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((CaseStatus.InReview, carl.Id), (now.Status, now.AssignedToId));
    }

    [Theory, OnBoth]
    public async Task A_closed_case_cannot_be_accepted_before_it_is_reopened(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        await office.DoAsync<DeclineCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.NotFederal, "This is for your city."), maria, default));
        (await office.TryAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, null), maria, default))).Refused("This case is closed. Reopen it first.");
    }
}
