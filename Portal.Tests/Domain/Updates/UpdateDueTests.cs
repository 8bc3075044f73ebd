using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Updates;

/// <summary>The job sends the promised update on time, never at night, and only says what is true.</summary>
public sealed class UpdateDueTests
{
    private const string News = "NoNewsYetMail to " + Answers.Email;

    [Theory, OnBoth]
    public async Task A_due_update_is_sent_once_in_the_afternoon_of_its_day(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.AcceptedCase(await office.Given.Caseworker());
        var promised = @case.PromisedOn!.Value;
        foreach (var (day, hour) in new[] { (promised.AddDays(-1), 15), (promised, 3), (promised, 9), (promised, 13) })
        {
            office.Clock.GoTo(day, hour);
            (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
        }

        office.Clock.GoTo(promised, 14);
        (await office.TrySweepAsync<UpdateDueJob>()).Did("ScheduledUpdateSent", News);
        (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
        Assert.True((await office.NowAsync<Case>(@case.Id)).PromisedOn > promised.AddDays(25));
    }

    [Theory, OnBoth]
    public async Task No_update_is_sent_at_night_on_a_weekend_or_on_a_holiday(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.AcceptedCase(await office.Given.Caseworker());
        // Thanksgiving, the weekend after it, and the nights in between.
        foreach (var (day, hour) in new[] { (26, 12), (27, 7), (27, 18), (28, 12), (29, 12), (30, 2) })
        {
            office.Clock.GoTo(new DateOnly(2026, 11, day), hour);
            (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
        }

        office.Clock.GoTo(new DateOnly(2026, 11, 30), 8);
        (await office.TrySweepAsync<UpdateDueJob>()).Did("ScheduledUpdateSent", News);
    }

    [Theory, OnBoth]
    public async Task An_update_states_whose_turn_it_is(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        async Task<string> NextAsync(Guid id)
        {
            office.Clock.GoTo((await office.NowAsync<Case>(id)).PromisedOn!.Value, 17, 40);
            await office.SweepAsync<UpdateDueJob>();
            return (await office.ReadAsync(db => db.Set<Message>().AsNoTracking()
                .Where(m => m.CaseId == id && m.From == ActorKind.System)
                .OrderByDescending(m => m.SentAt)
                .FirstAsync())).Body;
        }

        var @case = await office.Given.SubmittedCase();
        Assert.Contains("A caseworker will review your request. We haven't contacted the Social Security Administration yet", await NextAsync(@case.Id), StringComparison.Ordinal);
        await office.DoAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, null), maria, default));
        Assert.Contains("We're waiting for something from you. This page shows what we need", await NextAsync(@case.Id), StringComparison.Ordinal);
        await office.Given.Signature(@case.Id);
        Assert.Contains("A caseworker is reviewing your request. We haven't contacted the Social Security Administration yet", await NextAsync(@case.Id), StringComparison.Ordinal);
        await office.DoAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default));
        var asked = office.Clock.Today;
        Assert.Contains(
            $"We contacted the Social Security Administration on {asked:MMMM d, yyyy}. The answer is late, and it's our turn to ask again",
            await NextAsync(@case.Id),
            StringComparison.Ordinal);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        await office.DoAsync<RecordResponse>(o => o.ExecuteAsync(
            new(@case.Id, inquiry.Id, ResponseKind.Final, office.Clock.Today, "Yes.", Guid.CreateVersion7()), maria, default));
        var last = await NextAsync(@case.Id);
        Assert.Contains("The Social Security Administration answered on", last, StringComparison.Ordinal);
        Assert.Contains($"You'll hear from us again by {(await office.NowAsync<Case>(@case.Id)).PromisedOn:MMMM d, yyyy}", last, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_first_update_is_left_to_staff_until_closing_time_and_stays_due_after_the_automatic_one(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        office.Clock.GoTo(0, 15);
        var @case = await office.Given.SubmittedCase(Answers.Complete() with { Urgency = [UrgencyFact.Eviction] });
        var today = office.Clock.Today;
        foreach (var (hour, minute) in new[] { (15, 1), (15, 15), (16, 30), (17, 29) })
        {
            office.Clock.GoTo(today, hour, minute);
            (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
        }

        office.Clock.GoTo(today, 17, 30);
        (await office.TrySweepAsync<UpdateDueJob>()).Did(["ScheduledUpdateSent", "FirstUpdateMissed"], News);
        (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
        Assert.Contains($"We promised to write to you by {today:MMMM d, yyyy}.", (await office.AllAsync<Message>()).Single().Body, StringComparison.Ordinal);
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((today.AddDays(1), today, true), (now.PromisedOn, now.UpdateDueOn, now.IsUpdateMissed));

        // The next day the case is still first among those due, and the missed update is recorded only once.
        office.Clock.GoTo(today.AddDays(1), 9);
        Assert.Equal(@case.Id, (await DueAsync(office)).Single().Id);
        office.Clock.GoTo(today.AddDays(1), 17, 45);
        (await office.TrySweepAsync<UpdateDueJob>()).Did("ScheduledUpdateSent", News);
        Assert.Equal(today, (await DueAsync(office)).Single().UpdateDueOn);
        await office.DoAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, null), maria, default));
        Assert.Single(await DueAsync(office));
        await office.DoAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "We are on it.", Guid.CreateVersion7()), maria, default));
        Assert.Empty(await DueAsync(office));
        Assert.False((await office.NowAsync<Case>(@case.Id)).IsUpdateMissed);
    }

    [Theory, OnBoth]
    public async Task A_shorter_interval_does_not_hide_a_missed_first_update(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        var promised = @case.PromisedOn!.Value;
        office.Clock.GoTo(promised, 17, 30);
        await office.SweepAsync<UpdateDueJob>();
        await office.DoAsync<ChangeUpdateInterval>(o => o.ExecuteAsync(new(@case.Id, null, 1), maria, default));
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((promised, true), (now.UpdateDueOn, now.PromisedOn > promised));
    }

    [Theory, OnBoth]
    public async Task A_message_in_time_counts_as_the_update_and_a_closed_case_needs_none(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var closed = await office.Given.ClosedCase(maria);
        office.Clock.GoTo(@case.PromisedOn!.Value, 10);
        await office.DoAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "News.", Guid.CreateVersion7()), maria, default));
        office.Clock.GoTo(0, 16);
        (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
        Assert.Null((await office.NowAsync<Case>(closed.Id)).PromisedOn);
    }

    [Theory, OnBoth]
    public async Task Concurrent_runs_send_each_update_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        for (var i = 0; i < 4; i++)
            await office.Given.SubmittedCase();
        office.Clock.GoTo(7, 17, 30);
        await office.AtOnceAsync<UpdateDueJob>(3, async job =>
        {
            await job.RunAsync(default);
            return Portal.Domain.Platform.Outcome.Done;
        });
        await office.SweepAsync<UpdateDueJob>();
        Assert.Equal(4, (await office.AllAsync<Message>()).Select(m => m.CaseId).Distinct().Count());
        Assert.Equal(4, (await office.AllAsync<Message>()).Count);
    }

    private static async Task<IReadOnlyList<CaseQueueRow>> DueAsync(DomainHost office) =>
        (await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(QueueView.Overdue), null, null, default))).Rows;
}
