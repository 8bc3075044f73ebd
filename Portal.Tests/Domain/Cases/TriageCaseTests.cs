using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Cases;

public sealed class TriageCaseTests
{
    [Theory, OnBoth]
    public async Task A_new_case_is_accepted_taken_and_given_its_priority_at_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        (await TryAsync(office, new(@case.Id, @case.Version, Priority.P1), maria)).Did(["PriorityChanged", "CaseAccepted"]);
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((maria.Id, Priority.P1, true), (now.AssignedToId, now.Priority, now.AcceptedAt is not null));
        (await TryAsync(office, new(@case.Id, null, Priority.P3), maria)).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task A_doubtful_address_stops_it_until_somebody_checked(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var answers = Answers.Complete();
        var @case = await office.Given.SubmittedCase(answers with { Address = answers.Address with { Zip = "99999" } });
        Assert.True(@case.Residency.IsDoubtful());
        (await TryAsync(office, new(@case.Id, null, @case.Priority), maria)).Refused(TriageCase.ResidencyUnknown.Reason);
        (await TryAsync(office, new(@case.Id, null, @case.Priority) { LivesHere = true }, maria)).Did(["ResidencyConfirmed", "CaseAccepted"]);
        Assert.Equal(ResidencyFinding.Confirmed, (await office.NowAsync<Case>(@case.Id)).Residency);
    }

    [Theory, OnBoth]
    public async Task An_unknown_topic_stops_it(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase(topic: null);
        (await TryAsync(office, new(@case.Id, null, @case.Priority), maria)).Refused(TriageCase.TopicUnknown.Reason);
    }

    private static Task<Trial> TryAsync(DomainHost office, TriageCase.Command command, Actor by) =>
        office.TryAsync<TriageCase>(o => o.ExecuteAsync(command, by, default));
}
