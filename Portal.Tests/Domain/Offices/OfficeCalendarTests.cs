using Portal.Domain.Cases;
using Portal.Domain.Offices;

namespace Portal.Tests.Domain.Offices;

public sealed class OfficeCalendarTests
{
    private static readonly DateOnly Thanksgiving = new(2026, 11, 26);
    private static readonly OfficeCalendar NewYork = In("America/New_York");

    [Theory]
    [InlineData("2026-03-06T12:59:59Z", false)] // 7:59:59 in winter
    [InlineData("2026-03-06T13:00:00Z", true)]
    [InlineData("2026-03-09T11:59:59Z", false)] // the clocks went forward on March 8
    [InlineData("2026-03-09T12:00:00Z", true)]
    [InlineData("2026-03-09T21:59:59Z", true)]
    [InlineData("2026-03-09T22:00:00Z", false)]
    [InlineData("2026-11-02T12:59:59Z", false)] // and back on November 1
    [InlineData("2026-11-02T13:00:00Z", true)]
    [InlineData("2026-11-26T17:00:00Z", false)] // Thanksgiving
    [InlineData("2026-11-28T17:00:00Z", false)] // Saturday
    public void Office_hours_follow_the_wall_clock(string utc, bool open) => Assert.Equal(open, NewYork.IsOpen(Utc(utc)));

    [Theory]
    [InlineData("America/New_York", "2026-11-19T04:59:00Z", "2026-11-18")]
    [InlineData("America/New_York", "2026-07-19T03:59:00Z", "2026-07-18")]
    [InlineData("Pacific/Guam", "2026-11-18T14:00:00Z", "2026-11-19")]
    [InlineData("Pacific/Honolulu", "2026-11-19T09:59:00Z", "2026-11-18")]
    public void Dates_follow_the_time_zone_of_the_office(string zone, string utc, string day) => Assert.Equal(DateOnly.Parse(day), In(zone).DayOf(Utc(utc)));

    [Fact]
    public void Weekends_and_holidays_are_skipped()
    {
        Assert.Equal(new DateOnly(2026, 11, 27), NewYork.AddBusinessDays(new DateOnly(2026, 11, 25), 1));
        Assert.Equal(new DateOnly(2026, 11, 30), NewYork.AddBusinessDays(new DateOnly(2026, 11, 25), 2));
        Assert.Equal(new DateOnly(2026, 11, 27), NewYork.OnOrAfter(Thanksgiving));
        Assert.Equal(new DateOnly(2026, 11, 25), NewYork.OnOrBefore(Thanksgiving));
        Assert.Equal(new DateOnly(2026, 11, 28), NewYork.AddBusinessDays(new DateOnly(2026, 11, 28), 0));
    }

    [Theory]
    [InlineData(Priority.P0, "2026-11-18T15:00:00Z", "2026-11-18")]
    [InlineData(Priority.P0, "2026-11-18T23:30:00Z", "2026-11-19")]
    [InlineData(Priority.P0, "2026-11-20T23:30:00Z", "2026-11-23")]
    [InlineData(Priority.P0, "2026-11-21T15:00:00Z", "2026-11-23")]
    [InlineData(Priority.P1, "2026-11-20T15:00:00Z", "2026-11-23")]
    [InlineData(Priority.P2, "2026-11-20T15:00:00Z", "2026-11-30")]
    [InlineData(Priority.P3, "2026-11-18T15:00:00Z", "2026-11-25")]
    public void The_first_update_is_due_by_priority(Priority priority, string received, string day) =>
        Assert.Equal(DateOnly.Parse(day), UpdatePromise.First(NewYork, Utc(received), priority));

    [Theory]
    [InlineData(30, "2026-12-18")]
    [InlineData(8, "2026-11-25")] // Thanksgiving: the day before
    [InlineData(4, "2026-11-20")] // a Sunday: the Friday before
    [InlineData(0, "2026-11-19")]
    public void The_next_update_is_due_early_rather_than_late(int interval, string day) =>
        Assert.Equal(DateOnly.Parse(day), UpdatePromise.Next(NewYork, Utc("2026-11-18T15:00:00Z"), interval));

    private static OfficeCalendar In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone), new HashSet<DateOnly> { Thanksgiving });

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text).UtcDateTime;
}
