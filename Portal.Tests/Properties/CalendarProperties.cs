using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Cases;
using Portal.Domain.Offices;

namespace Portal.Tests.Properties;

/// <summary>Due dates in every United States time zone, across clock changes and holidays.</summary>
public sealed class CalendarProperties
{
    private static readonly HashSet<DateOnly> Holidays = [new(2026, 11, 26), new(2026, 12, 25), new(2027, 1, 1), new(2027, 7, 5)];

    private static readonly OfficeCalendar[] Calendars =
    [
        .. new[] { "America/New_York", "America/Phoenix", "America/Anchorage", "Pacific/Honolulu", "Pacific/Guam", "Pacific/Pago_Pago", "America/Puerto_Rico" }
            .Select(zone => new OfficeCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone), Holidays)),
    ];

    private static Arbitrary<(OfficeCalendar Calendar, DateTime Now)> Moments => (
        from calendar in Gen.Elements(Calendars)
        from minutes in Gen.Choose(0, 60 * 24 * 730)
        select (calendar, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes))).ToArbitrary();

    [Fact]
    public void The_next_update_is_due_on_a_business_day_after_today_within_the_interval() =>
        Prop.ForAll(Moments, Gen.Choose(1, 90).ToArbitrary(), (moment, interval) =>
        {
            var today = moment.Calendar.DayOf(moment.Now);
            var next = UpdatePromise.Next(moment.Calendar, moment.Now, interval);
            return moment.Calendar.IsBusinessDay(next)
                && next > today
                && (next <= today.AddDays(interval) || next == moment.Calendar.AddBusinessDays(today, 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_update_is_due_on_a_business_day_not_yet_over_and_earlier_when_urgent() =>
        Prop.ForAll(Moments, moment =>
        {
            var days = Enum.GetValues<Priority>().Select(p => UpdatePromise.First(moment.Calendar, moment.Now, p)).ToList();
            return days.All(moment.Calendar.IsBusinessDay) && days[0] <= days[1].AddDays(3) && days[1] <= days[2] && days[2] <= days[3]
                && (days[0] > moment.Calendar.DayOf(moment.Now) || !moment.Calendar.HasShut(moment.Now));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_office_opens_within_five_days_of_any_time() =>
        Prop.ForAll(Moments, moment => Enumerable.Range(0, 24 * 5).Any(h => moment.Calendar.IsOpen(moment.Now.AddHours(h)))).QuickCheckThrowOnFailure();
}
