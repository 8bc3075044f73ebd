using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Cases;

/// <summary>Not every message from a constituent needs an answer.</summary>
public sealed class MarkAsReadTests
{
    [Theory, OnBoth]
    public async Task A_message_on_a_closed_case_can_be_marked_as_read_without_reopening_it(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.ClosedCase(maria);
        await SayAsync(office, @case, "Thank you!");
        Assert.Single(await UnansweredAsync(office));
        @case = await office.NowAsync<Case>(@case.Id);
        var command = new MarkAsRead.Command(@case.Id, @case.Version, await SeenAsync(office, @case, maria));
        (await office.TryAsync<MarkAsRead>(o => o.ExecuteAsync(command, maria, default))).Did("MarkedAsRead");
        Assert.Empty(await UnansweredAsync(office));
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((CaseStatus.Closed, null), (now.Status, now.PromisedOn));
        (await office.TryAsync<MarkAsRead>(o => o.ExecuteAsync(command with { Version = null }, maria, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Messages_that_arrived_after_the_page_was_shown_stay_unread(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await SayAsync(office, @case, "One more thing.");
        @case = await office.NowAsync<Case>(@case.Id);
        var seen = await SeenAsync(office, @case, maria);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await SayAsync(office, @case, "And another.");
        // An answer to the first message, written before the second arrived, must be stale.
        (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(
                new(@case.Id, @case.Version, "Answer to the first.", Guid.CreateVersion7()), maria, default)))
            .Was<Outcome.Stale>();
        (await office.TryAsync<CloseCase>(o => o.ExecuteAsync(
                new(@case.Id, @case.Version, ClosingReason.ResolvedInFavor, "Goodbye."), maria, default)))
            .Was<Outcome.Stale>();
        (await office.TryAsync<MarkAsRead>(o => o.ExecuteAsync(new(@case.Id, @case.Version, seen), maria, default))).Was<Outcome.Stale>();
        // A colleague's note doesn't count as new activity from the constituent.
        @case = await office.NowAsync<Case>(@case.Id);
        seen = await SeenAsync(office, @case, maria);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.DoAsync<WriteNote>(o => o.ExecuteAsync(new(@case.Id, "She called.", Guid.CreateVersion7()), maria, default));
        (await office.TryAsync<MarkAsRead>(o => o.ExecuteAsync(new(@case.Id, @case.Version, seen), maria, default))).Did("MarkedAsRead");
        Assert.Null((await office.NowAsync<Case>(@case.Id)).UnansweredSince);
    }

    private static Task SayAsync(DomainHost office, Case @case, string body) =>
        office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(@case.Id, body, Guid.CreateVersion7()), Actor.Constituent(@case.Id), default));

    private static async Task<Guid> SeenAsync(DomainHost office, Case @case, Actor by) =>
        (await office.WithAsync<CasePageHeaderQuery, CasePageHeader?>(v => v.ReadAsync(@case.Reference, by, "en", default)))!.Seen;

    private static async Task<IReadOnlyList<CaseQueueRow>> UnansweredAsync(DomainHost office) =>
        (await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(QueueView.Unanswered), null, null, default))).Rows;
}
