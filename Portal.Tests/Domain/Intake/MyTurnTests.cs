using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Intake;

/// <summary>What a member of staff owes: the same steps as on each case, late ones first.</summary>
public sealed class MyTurnTests
{
    [Theory, OnBoth]
    public async Task The_list_says_what_each_case_says_and_leaves_out_what_waits_for_others(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var (ready, waiting, answered, written, closed) = (
            await office.Given.SignedCase(maria), await office.Given.CaseWithAgency(maria), await office.Given.CaseWithAgency(maria), await office.Given.CaseWithAgency(maria),
            await office.Given.SignedCase(maria));
        foreach (var @case in new[] { ready, waiting, answered, written, closed })
            await office.DoAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, maria.Id), maria, default));
        await office.DoAsync<RecordResponse>(async o => await o.ExecuteAsync(
            new(answered.Id, (await office.Given.OpenInquiry(answered.Id)).Id, ResponseKind.Final, office.Clock.Today, "They said no.", Guid.CreateVersion7()), maria, default));
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(written.Id, "Any news?", Guid.CreateVersion7()), Actor.Constituent(written.Id), default));
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(closed.Id, null, ClosingReason.InformationGiven, "Goodbye."), maria, default));
        var list = await ListAsync(office, maria);
        Assert.Equal(new[] { ready.Id, answered.Id, written.Id }.Order(), list.Rows.Select(r => r.Case.Id).Order());
        Assert.Equal(1, list.Waiting);
        foreach (var row in list.Rows)
            Assert.Equal(Written(await office.ProgressAsync(row.Case.Id)), Written(row.Progress));

        office.Clock.GoTo(office.Clock.Today.AddDays(120), 10);
        var late = await ListAsync(office, maria);
        Assert.Contains(late.Rows, r => r.Case.Id == waiting.Id && r.Step.Move == CaseMove.FollowUp);
        Assert.All(late.Rows, r => Assert.Equal(DueGroup.Late, r.Group));
        Assert.Equal(late.Rows.Select(r => r.DueOn).Order(), late.Rows.Select(r => r.DueOn));
        foreach (var row in late.Rows)
            Assert.Equal(Written(await office.ProgressAsync(row.Case.Id)), Written(row.Progress));
    }

    [Theory, OnBoth]
    public async Task A_person_in_danger_comes_first_and_a_message_after_the_end_is_somebodys_turn(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var (late, danger, closed, quiet) = (
            await office.Given.CaseWithAgency(maria), await office.Given.SignedCase(maria), await office.Given.SignedCase(maria), await office.Given.SignedCase(maria));
        foreach (var @case in new[] { late, danger, closed, quiet })
            await office.DoAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, maria.Id), maria, default));
        foreach (var @case in new[] { closed, quiet })
            await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.InformationGiven, "Goodbye."), maria, default));
        office.Clock.GoTo(office.Clock.Today.AddDays(120), 10);
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(danger.Id, "I want to kill myself.", Guid.CreateVersion7()), Actor.Constituent(danger.Id), default));
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(closed.Id, "Not done!", Guid.CreateVersion7()), Actor.Constituent(closed.Id), default));
        var rows = (await ListAsync(office, maria)).Rows;
        Assert.Equal(danger.Id, rows[0].Case.Id);
        Assert.Contains(rows, r => r.Case.Id == late.Id);
        Assert.DoesNotContain(rows, r => r.Case.Id == quiet.Id);
        var after = rows.Single(r => r.Case.Id == closed.Id);
        Assert.Equal((CaseMove.Reopen, DueGroup.Week), (after.Step.Move, after.Group));
    }

    [Theory, OnBoth]
    public async Task A_snoozed_case_stays_away_until_its_day_or_until_something_happens_and_never_past_what_is_due(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.DoAsync<AssignCase>(o => o.ExecuteAsync(new(@case.Id, null, maria.Id), maria, default));
        var due = (await ListAsync(office, maria)).Rows.Single().DueOn!.Value;
        var day = office.Clock.Today.AddDays(2);
        Task<Trial> SnoozeAsync(DateOnly? until) => office.TryAsync<SnoozeCase>(o => o.ExecuteAsync(new(@case.Id, null, until), maria, default));
        (await SnoozeAsync(due.AddDays(1))).Refused("Something is due before that day. Choose {0} or earlier.");
        (await SnoozeAsync(office.Clock.Today)).Refused("Choose a day after today.");
        (await SnoozeAsync(day)).Did("CaseSnoozed");
        (await SnoozeAsync(day)).ChangedNothing();
        var list = await ListAsync(office, maria);
        Assert.Empty(list.Rows);
        Assert.Equal(day, Assert.Single(list.Snoozed).SnoozedUntil);
        (await SnoozeAsync(null)).Did("CaseWoken");
        Assert.Single((await ListAsync(office, maria)).Rows);

        await SnoozeAsync(day);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(@case.Id, "Any news?", Guid.CreateVersion7()), Actor.Constituent(@case.Id), default));
        Assert.Single((await ListAsync(office, maria)).Rows);
        (await SnoozeAsync(day)).Refused("Something came in that nobody has dealt with. Deal with it first.");
        // It woke for good: reading the message doesn't put it off again.
        await office.DoAsync<MarkAsRead>(o => o.ExecuteAsync(new(@case.Id, null, null), maria, default));
        Assert.Single((await ListAsync(office, maria)).Rows);

        await SnoozeAsync(day);
        Assert.Empty((await ListAsync(office, maria)).Rows);
        office.Clock.GoTo(day, 8);
        Assert.Single((await ListAsync(office, maria)).Rows);
    }

    private static Task<MyTurnPage> ListAsync(DomainHost office, Actor maria) => office.WithAsync<MyTurnQuery, MyTurnPage>(q => q.ReadAsync(maria.Id!.Value, maria, default));

    private static string Written(CaseProgress progress) =>
        string.Join('|', progress.Steps.Select(s => $"{s.Move} {s.Turn} {s.Sentence} {string.Join(',', s.Arguments)} {s.DueOn}"));
}
