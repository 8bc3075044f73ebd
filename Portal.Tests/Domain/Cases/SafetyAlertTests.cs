using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Cases;

/// <summary>From alarming words to someone who reached the person.</summary>
public sealed class SafetyAlertTests
{
    private const string SelfHarm = "I want to kill myself.";
    private const string Threat = "I will shoot that judge.";

    [Theory, OnBoth]
    public async Task The_alert_stays_until_someone_records_who_reached_the_person_when_and_how(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, carl) = (await office.Given.Caseworker(), await office.Given.Caseworker("Carl"));
        var @case = await office.Given.AcceptedCase(maria);
        await SayAsync(office, @case, SelfHarm);
        office.Clock.Advance(TimeSpan.FromMinutes(4));
        var alert = Assert.Single(await OpenAsync(office, carl));
        Assert.Equal((@case.Reference, SafetyKind.SelfHarm, null, "(212) 555-0188"), (alert.Reference, alert.Kind, alert.Caller, alert.Phone));
        @case = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((Priority.P0, SafetyKind.SelfHarm), (@case.Priority, @case.Danger));

        RecordPersonReached.Command At(DateTime at, Guid by) => new(@case.Id, @case.Version, by, at, ReachedHow.Phone) { Note = "She's with her sister." };
        (await office.TryAsync<RecordPersonReached>(o => o.ExecuteAsync(At(office.Clock.Utc.AddHours(1), carl.Id!.Value), maria, default)))
            .Refused("Check the time. It can't be in the future.");
        (await office.TryAsync<RecordPersonReached>(o => o.ExecuteAsync(At(office.Clock.Utc.AddHours(-1), carl.Id!.Value), maria, default)))
            .Refused("Check the time. It can't be before the person wrote.");
        (await office.TryAsync<RecordPersonReached>(o => o.ExecuteAsync(At(office.Clock.Utc, Guid.CreateVersion7()), maria, default)))
            .Refused("Choose who reached the person.");
        (await office.TryAsync<RecordPersonReached>(o => o.ExecuteAsync(At(office.Clock.Utc, carl.Id!.Value), maria, default))).Did("SafetyAlertCleared");
        Assert.Empty(await OpenAsync(office, maria));
        var closed = (await office.AllAsync<SafetyAlert>()).Single();
        Assert.Equal((carl.Id, office.Clock.Utc, ReachedHow.Phone, "She's with her sister."), (closed.ReachedById, closed.ReachedAt!.Value, closed.How!.Value, closed.Note?.Text));
        Assert.Null((await office.NowAsync<Case>(@case.Id)).Danger);
        (await office.TryAsync<RecordPersonReached>(o => o.ExecuteAsync(At(office.Clock.Utc, carl.Id!.Value) with { Version = null }, maria, default))).ChangedNothing();
        await SayAsync(office, @case, SelfHarm);
        Assert.Single(await OpenAsync(office, maria));
    }

    [Theory, OnBoth]
    public async Task Neither_two_people_call_nor_nobody(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, carl) = (await office.Given.Caseworker(), await office.Given.Caseworker("Carl"));
        var @case = await office.Given.AcceptedCase(maria);
        (await office.TryAsync<StartSafetyCall>(o => o.ExecuteAsync(new(@case.Id), maria, default))).ChangedNothing();
        await SayAsync(office, @case, SelfHarm);
        (await office.TryAsync<StartSafetyCall>(o => o.ExecuteAsync(new(@case.Id), maria, default))).Did("SafetyCallStarted");
        Assert.Equal(("Maria", false), (Assert.Single(await OpenAsync(office, carl)).Caller, (await OpenAsync(office, carl))[0].IsMine));
        Assert.True((await OpenAsync(office, maria))[0].IsMine);
        office.Clock.Advance(TimeSpan.FromMinutes(SafetyAlert.CallMinutes - 1));
        (await office.TryAsync<StartSafetyCall>(o => o.ExecuteAsync(new(@case.Id), carl, default)))
            .Refused("{0} is calling this person now. If no one has reached the person by then, you can call in {1} minutes.");
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await OpenAsync(office, carl))[0].Caller);
        (await office.TryAsync<StartSafetyCall>(o => o.ExecuteAsync(new(@case.Id), carl, default))).Did("SafetyCallStarted");
        Assert.Equal("Carl", (await OpenAsync(office, maria))[0].Caller);

        office.Clock.Advance(TimeSpan.FromHours(1));
        var outcomes = await office.AtOnceAsync<StartSafetyCall>(2, o => o.ExecuteAsync(new(@case.Id), maria, default));
        Assert.Contains(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.IsType<Outcome.Stale>(o));
    }

    [Theory, OnBoth]
    public async Task A_new_message_makes_the_form_that_clears_the_alert_stale(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        await SayAsync(office, @case, SelfHarm);
        @case = await office.NowAsync<Case>(@case.Id);
        await SayAsync(office, @case, "Please read this too.");
        (await office.TryAsync<RecordPersonReached>(o => o.ExecuteAsync(
            new(@case.Id, @case.Version, maria.Id!.Value, office.Clock.Utc, ReachedHow.Phone), maria, default))).Was<Outcome.Stale>();
        Assert.NotNull((await office.NowAsync<Case>(@case.Id)).Danger);
    }

    [Theory, OnBoth]
    public async Task A_threat_alarms_staff_and_self_harm_outweighs_it(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        await SayAsync(office, @case, Threat);
        Assert.Equal(SafetyKind.Threat, (await office.NowAsync<Case>(@case.Id)).Danger);
        Assert.Contains("threaten", (await office.ProgressAsync(@case.Id)).Next.Sentence, StringComparison.Ordinal);
        await SayAsync(office, @case, SelfHarm);
        await SayAsync(office, @case, Threat);
        Assert.Equal(SafetyKind.SelfHarm, (await office.NowAsync<Case>(@case.Id)).Danger);
        Assert.Equal(SafetyKind.SelfHarm, Assert.Single(await OpenAsync(office, maria)).Kind);
        Assert.Equal(3, (await office.AllAsync<SafetyAlert>()).Count);
    }

    [Theory, OnBoth]
    public async Task Someone_in_danger_is_on_top_of_every_list(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        await office.Given.SubmittedCase(Answers.Complete() with { Urgency = [Portal.Domain.HelpRequests.UrgencyFact.Eviction] });
        for (var i = 0; i < 3; i++)
            await office.Given.AcceptedCase(maria);
        office.Clock.Advance(TimeSpan.FromDays(8));
        var last = await office.Given.AcceptedCase(maria);
        await SayAsync(office, last, SelfHarm);
        foreach (var view in (QueueView[])[QueueView.Open, QueueView.Mine, QueueView.Unanswered, QueueView.Waiting])
        {
            var page = await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(view), maria.Id, null, default));
            Assert.Equal(last.Id, page.Rows[0].Id);
            Assert.Equal(page.Rows.Count, page.Rows.DistinctBy(r => r.Id).Count());
        }
    }

    private static Task<IReadOnlyList<OpenAlert>> OpenAsync(DomainHost office, Actor reader) =>
        office.WithAsync<OpenAlertsQuery, IReadOnlyList<OpenAlert>>(q => q.ReadAsync(reader, default));

    private static Task SayAsync(DomainHost office, Case @case, string body) =>
        office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(@case.Id, body, Guid.CreateVersion7()), Actor.Constituent(@case.Id), default));
}
