using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Progress;
using Portal.Domain.Staff;
using Portal.Domain.Tasks;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Tasks;

public sealed class TaskTests
{
    [Theory, OnBoth]
    public async Task A_task_becomes_the_next_step_on_its_day_and_is_done_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var day = Today(office).AddDays(3);
        var task = Guid.CreateVersion7();
        (await AddAsync(office, maria, new(@case.Id, TaskKind.ToDo, "Call the field office", day, task))).Did("TaskAdded");
        (await AddAsync(office, maria, new(@case.Id, TaskKind.ToDo, "Call the field office", day, task))).ChangedNothing();
        Assert.DoesNotContain((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == CaseMove.DoTask && s.DueOn < day);
        office.Clock.Advance(TimeSpan.FromDays(3));
        var step = (await office.ProgressAsync(@case.Id)).Steps.First(s => s.Turn == Turn.Office);
        Assert.Equal((CaseMove.DoTask, (DateOnly?)day), (step.Move, step.DueOn));
        (await office.TryAsync<EndTask>(o => o.ExecuteAsync(new(@case.Id, task, false), maria, default))).Did("TaskEnded");
        (await office.TryAsync<EndTask>(o => o.ExecuteAsync(new(@case.Id, task, false), maria, default))).ChangedNothing();
        Assert.DoesNotContain((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == CaseMove.DoTask);
    }

    [Theory, OnBoth]
    public async Task A_hearing_is_in_the_calendar_but_is_not_a_step(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var day = Today(office).AddDays(1);
        await office.DoAsync<AddTask>(o => o.ExecuteAsync(new(@case.Id, TaskKind.Hearing, "Asylum interview", day, Guid.CreateVersion7()) { At = new TimeOnly(9, 30) }, maria, default));
        Assert.DoesNotContain((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == CaseMove.DoTask);
        var entry = Assert.Single(await EntriesAsync(office, maria.Id!.Value, maria), e => e.Kind == EntryKind.Hearing);
        Assert.Equal((day, (TimeOnly?)new TimeOnly(9, 30), "Asylum interview"), (entry.On, entry.At, entry.What));
    }

    [Theory, OnBoth]
    public async Task A_task_for_a_coworker_is_in_their_calendar(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, sam) = (await office.Given.Caseworker(), await office.Given.Caseworker("Sam"));
        var @case = await office.Given.AcceptedCase(maria);
        await office.DoAsync<AddTask>(o => o.ExecuteAsync(
            new(@case.Id, TaskKind.Appointment, "Comes in to sign", Today(office).AddDays(2), Guid.CreateVersion7()) { ForId = sam.Id }, maria, default));
        Assert.Single(await EntriesAsync(office, sam.Id!.Value, sam));
        Assert.DoesNotContain(await EntriesAsync(office, maria.Id!.Value, maria), e => e.Kind == EntryKind.Appointment);
        Assert.Contains(await EntriesAsync(office, maria.Id!.Value, maria), e => e.Kind == EntryKind.Update);
        Assert.Empty(await EntriesAsync(office, maria.Id!.Value, Actor.Anonymous));
    }

    [Theory, OnBoth]
    public async Task Days_in_the_past_and_closed_cases_are_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        (await AddAsync(office, maria, new(@case.Id, TaskKind.ToDo, "Call", Today(office).AddDays(-1), Guid.CreateVersion7()))).Refused("Choose a day within the next five years.");
        (await AddAsync(office, maria, new(@case.Id, TaskKind.ToDo, " ", Today(office), Guid.CreateVersion7()))).Refused("Enter a description of 300 characters or fewer.");
        var closed = await office.Given.ClosedCase(maria);
        (await AddAsync(office, maria, new(closed.Id, TaskKind.ToDo, "Call", Today(office), Guid.CreateVersion7()))).Refused("This case is closed. Reopen it first.");
    }

    [Theory, OnBoth]
    public async Task A_calendar_address_works_until_it_is_replaced_revoked_or_its_owner_leaves(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        await office.Given.AcceptedCase(maria);
        var first = await MakeAsync(office, maria);
        Assert.NotEmpty((await FeedAsync(office, first))!);
        var second = await MakeAsync(office, maria);
        Assert.Null(await FeedAsync(office, first));
        Assert.NotNull(await FeedAsync(office, second));
        await office.DoAsync<RevokeCalendarAddress>(o => o.ExecuteAsync(maria, default));
        Assert.Null(await FeedAsync(office, second));
        var third = await MakeAsync(office, maria);
        await office.DoAsync<ChangeStaff>(o => o.ExecuteAsync(new(maria.Id!.Value, "Maria", StaffRole.Caseworker, true), Actor.System("test"), default));
        Assert.Null(await FeedAsync(office, third));
    }

    [Theory, OnBoth]
    public async Task The_morning_email_comes_once_on_a_working_day_and_only_when_something_is_due(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        await office.Given.Caseworker("Sam");
        var @case = await office.Given.CaseWithAgency(maria);
        await office.DoAsync<AddTask>(o => o.ExecuteAsync(new(@case.Id, TaskKind.ToDo, "Call", Today(office), Guid.CreateVersion7()), maria, default));
        (await office.TrySweepAsync<DailyDigestJob>()).Did([], "DailyDigestMail to maria@nunez.example.gov");
        (await office.TrySweepAsync<DailyDigestJob>()).ChangedNothing();
        await office.DoAsync<ChooseDigest>(o => o.ExecuteAsync(false, maria, default));
        office.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty((await office.TrySweepAsync<DailyDigestJob>()).NewMails);
    }

    private static DateOnly Today(DomainHost office) => DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime);

    private static Task<Trial> AddAsync(DomainHost office, Actor by, AddTask.Command command) => office.TryAsync<AddTask>(o => o.ExecuteAsync(command, by, default));

    private static Task<IReadOnlyList<CalendarEntry>> EntriesAsync(DomainHost office, Guid of, Actor reader) =>
        office.WithAsync<CalendarQuery, IReadOnlyList<CalendarEntry>>(q => q.ReadAsync(of, Today(office), Today(office).AddDays(60), reader, default));

    private static async Task<string> MakeAsync(DomainHost office, Actor by) =>
        ((MakeCalendarAddress.Made)await office.DoAsync<MakeCalendarAddress>(o => o.ExecuteAsync(by, default))).Secret;

    private static Task<IReadOnlyList<CalendarEntry>?> FeedAsync(DomainHost office, string secret) =>
        office.WithAsync<CalendarQuery, IReadOnlyList<CalendarEntry>?>(q => q.OfFeedAsync(secret, Today(office), Today(office).AddDays(60), default));
}
