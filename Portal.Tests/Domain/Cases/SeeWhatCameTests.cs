using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Cases;

/// <summary>Not everything that comes needs an answer.</summary>
public sealed class SeeWhatCameTests
{
    [Theory, OnBoth]
    public async Task A_thank_you_on_a_closed_case_is_marked_as_read_and_the_case_stays_closed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var file = await office.Given.ClosedCase(maria);
        await SayAsync(office, file, "Thank you!");
        Assert.Single(await UnansweredAsync(office));
        file = await office.NowAsync<Case>(file.Id);
        var command = new SeeWhatCame.Command(file.Id, file.Version, await SeenAsync(office, file, maria));
        (await office.TryAsync<SeeWhatCame>(o => o.ExecuteAsync(command, maria, default))).Did("WhatCameSeen");
        Assert.Empty(await UnansweredAsync(office));
        var now = await office.NowAsync<Case>(file.Id);
        Assert.Equal((CaseStatus.Closed, null), (now.Status, now.PromisedOn));
        (await office.TryAsync<SeeWhatCame>(o => o.ExecuteAsync(command with { Version = null }, maria, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task What_came_after_the_page_was_shown_is_not_read(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var file = await office.Given.SignedCase(maria);
        await SayAsync(office, file, "One more thing.");
        file = await office.NowAsync<Case>(file.Id);
        var seen = await SeenAsync(office, file, maria);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await SayAsync(office, file, "And another.");
        // An answer to the first, written before the second came, has to see it too.
        (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(new(file.Id, file.Version, "Answer to the first.", Guid.CreateVersion7()), maria, default))).Was<Outcome.Stale>();
        (await office.TryAsync<CloseCase>(o => o.ExecuteAsync(new(file.Id, file.Version, ClosingReason.ResolvedInFavor, "Goodbye."), maria, default))).Was<Outcome.Stale>();
        (await office.TryAsync<SeeWhatCame>(o => o.ExecuteAsync(new(file.Id, file.Version, seen), maria, default))).Was<Outcome.Stale>();
        // What a colleague did meanwhile is nothing that came.
        file = await office.NowAsync<Case>(file.Id);
        seen = await SeenAsync(office, file, maria);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.DoAsync<WriteNote>(o => o.ExecuteAsync(new(file.Id, "She called.", Guid.CreateVersion7()), maria, default));
        (await office.TryAsync<SeeWhatCame>(o => o.ExecuteAsync(new(file.Id, file.Version, seen), maria, default))).Did("WhatCameSeen");
        Assert.Null((await office.NowAsync<Case>(file.Id)).UnansweredSince);
    }

    [Theory, OnBoth]
    public async Task A_safety_alert_is_put_down_and_the_next_one_shows_again(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var file = await office.Given.AcceptedCase(maria);
        await SayAsync(office, file, "I want to kill myself.");
        file = await office.NowAsync<Case>(file.Id);
        Assert.True(file.SafetyAlert);
        await SayAsync(office, file, "Please read this too.");
        (await office.TryAsync<HandleSafetyAlert>(o => o.ExecuteAsync(new(file.Id, file.Version), maria, default))).Was<Outcome.Stale>();
        (await office.TryAsync<HandleSafetyAlert>(o => o.ExecuteAsync(new(file.Id, file.Version + 1), maria, default))).Did("SafetyAlertHandled");
        (await office.TryAsync<HandleSafetyAlert>(o => o.ExecuteAsync(new(file.Id, null), maria, default))).ChangedNothing();
        await SayAsync(office, file, "I want to kill myself.");
        Assert.True((await office.NowAsync<Case>(file.Id)).SafetyAlert);
    }

    private static Task SayAsync(DomainHost office, Case file, string body) =>
        office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(file.Id, body, Guid.CreateVersion7()), Actor.Constituent(file.Id), default));

    private static async Task<Guid> SeenAsync(DomainHost office, Case file, Actor by) =>
        (await office.WithAsync<CaseView, CaseHead?>(v => v.HeadAsync(file.Reference, by, "en", default)))!.Seen;

    private static async Task<IReadOnlyList<CaseQueueRow>> UnansweredAsync(DomainHost office) =>
        (await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(QueueView.Unanswered), null, null, default))).Rows;
}
