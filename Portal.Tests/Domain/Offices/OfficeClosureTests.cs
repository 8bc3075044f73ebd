using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Offices;

/// <summary>Days when an office is closed besides weekends and federal holidays. The clock is set to Wednesday, November 18, 2026.</summary>
public sealed class OfficeClosureTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);

    [Theory, OnBoth]
    public async Task Due_dates_and_follow_ups_skip_closed_days_until_these_are_removed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var manager = await office.Given.Staff(StaffRole.CaseworkManager);
        Assert.Equal(Wednesday, (await office.Given.SubmittedCase()).PromisedOn);
        var before = await ExpectedAsync(office, manager);

        var command = Closing(Wednesday.AddDays(-1), Wednesday);
        (await AddAsync(office, manager, command)).Did("OfficeClosureAdded");
        var stored = await office.NowAsync<OfficeClosure>(command.Id);
        Assert.Equal((command.FirstDay, command.LastDay, "Staff training", "Capacitación"), (stored.FirstDay, stored.LastDay, stored.Name, stored.NameEs));
        // Two days off around Thanksgiving move the date from the 25th to the 30th.
        Assert.Equal(new DateOnly(2026, 11, 30), (await office.Given.SubmittedCase()).PromisedOn);
        Assert.True(await ExpectedAsync(office, manager) > before);

        (await office.TryAsync<RemoveOfficeClosure>(o => o.ExecuteAsync(command.Id, manager, default))).Did("OfficeClosureRemoved");
        Assert.Equal(Wednesday, (await office.Given.SubmittedCase()).PromisedOn);
        Assert.Equal(before, await ExpectedAsync(office, manager));
        (await office.TryAsync<RemoveOfficeClosure>(o => o.ExecuteAsync(command.Id, manager, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task An_update_due_on_a_day_closed_later_is_sent_on_the_business_day_before(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var manager = await office.Given.Staff(StaffRole.CaseworkManager);
        var @case = await office.Given.AcceptedCase(manager);
        var promised = @case.PromisedOn!.Value;
        (await AddAsync(office, manager, Closing(promised, promised))).Did("OfficeClosureAdded");
        var dayBefore = (await office.WithAsync<Calendars, OfficeCalendar>(c => c.ReadAsync(default))).OnOrBefore(promised);
        office.Clock.GoTo(dayBefore, 13);
        (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
        office.Clock.GoTo(dayBefore, 14);
        (await office.TrySweepAsync<UpdateDueJob>()).Did("ScheduledUpdateSent", "NoNewsYetMail to " + Answers.Email);
        office.Clock.GoTo(promised, 14);
        (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Sending_the_form_twice_adds_one_closure(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var manager = await office.Given.Staff(StaffRole.Administrator);
        var command = Closing(Wednesday, Wednesday);
        (await AddAsync(office, manager, command)).Did("OfficeClosureAdded");
        (await AddAsync(office, manager, command)).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Invalid_closures_are_refused_with_a_reason(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var manager = await office.Given.Staff(StaffRole.CaseworkManager);
        var (good, today) = (Closing(Wednesday, Wednesday.AddDays(2)), office.Clock.Today);
        await AddAsync(office, manager, good);
        foreach (var (wrong, reason) in ((AddOfficeClosure.Command, string)[])
        [
            (Closing(today, today) with { Name = " " }, "Enter a name in both languages, each {0} characters or fewer."),
            (Closing(today, today) with { NameEs = new('é', 81) }, "Enter a name in both languages, each {0} characters or fewer."),
            (Closing(today.AddDays(1), today), "The last day is before the first. Check both dates."),
            (Closing(today.AddDays(-2), today.AddDays(-1)), "Those days have passed. Enter today or a later date."),
            (Closing(today.AddDays(60), today.AddDays(91)), "Add no more than {0} days at a time."),
            (Closing(Wednesday.AddDays(2), Wednesday.AddDays(3)), "Some of these days are already on your list. Remove them first, or choose other days."),
        ])
            (await AddAsync(office, manager, wrong)).Refused(reason);
        (await AddAsync(office, manager, Closing(today.AddDays(60), today.AddDays(90)))).Did("OfficeClosureAdded");
        (await AddAsync(office, await office.Given.Caseworker("Carl"), good)).NotPermitted(Permission.EditHolidays);
    }

    [Theory, OnBoth]
    public async Task The_list_shows_two_years_of_federal_holidays_and_office_closures_that_are_not_over(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var manager = await office.Given.Staff(StaffRole.CaseworkManager);
        await AddAsync(office, manager, Closing(Wednesday, Wednesday));
        await AddAsync(office, manager, Closing(office.Clock.Today, office.Clock.Today));
        office.Clock.GoTo(1, 9);
        var list = await office.WithAsync<OfficeHolidays, OfficeHolidayList>(o => o.ReadAsync(default));
        Assert.Equal([Wednesday], list.Own.Select(c => c.FirstDay));
        Assert.Equal([2026, 2027], list.Federal.Select(h => h.Day.Year).Distinct());
        Assert.Equal(23, list.Federal.Count);
    }

    private static AddOfficeClosure.Command Closing(DateOnly first, DateOnly last) =>
        new(Guid.CreateVersion7(), first, last, " Staff training ", "Capacitación");

    private static Task<Trial> AddAsync(DomainHost office, Actor actor, AddOfficeClosure.Command command) =>
        office.TryAsync<AddOfficeClosure>(o => o.ExecuteAsync(command, actor, default));

    private static async Task<DateOnly> ExpectedAsync(DomainHost office, Actor by)
    {
        var @case = await office.Given.SignedCase(by);
        await office.DoAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), by, default));
        return (await office.Given.OpenInquiry(@case.Id)).ExpectedOn;
    }
}
