using System.Globalization;

namespace Portal.Tests.Domain.Seed;

/// <summary>The legal days of 5 USC 6103(a), counted here in another way than they were computed.</summary>
public class HolidayTests
{
    private static readonly (DateOnly Date, string Name)[] Days =
    [
        .. SeedFiles.Holidays.GetProperty("days").EnumerateArray().Select(day =>
            (DateOnly.ParseExact(day.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture), day.GetProperty("name").Text("en"))),
    ];

    [Fact]
    public void Holidays_are_ordered_unique_and_never_on_a_weekend()
    {
        Assert.Equal(Days.Select(day => day.Date).Order().Distinct(), Days.Select(day => day.Date));
        Assert.All(Days, day => Assert.False(day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Fact]
    public void Exactly_the_federal_holidays_of_2025_to_2031_are_listed()
    {
        var expected = Enumerable.Range(2025, 8).SelectMany(Legal)
            .Select(day => (Date: Observed(day.Date), day.Name)).Where(day => day.Date.Year <= 2031).OrderBy(day => day.Date);
        Assert.Equal(expected, Days);
    }

    [Theory]
    [InlineData("2026-07-03", "Independence Day")]
    [InlineData("2027-06-18", "Juneteenth National Independence Day")]
    [InlineData("2027-07-05", "Independence Day")]
    [InlineData("2027-12-24", "Christmas Day")]
    [InlineData("2027-12-31", "New Year's Day")]
    [InlineData("2028-11-10", "Veterans Day")]
    [InlineData("2029-11-12", "Veterans Day")]
    public void Holidays_on_a_weekend_move_to_the_nearest_workday(string date, string name) =>
        Assert.Contains((DateOnly.Parse(date, CultureInfo.InvariantCulture), name), Days);

    private static IEnumerable<(DateOnly Date, string Name)> Legal(int year) =>
    [
        (new(year, 1, 1), "New Year's Day"),
        (Within(year, 1, 15, DayOfWeek.Monday), "Birthday of Martin Luther King, Jr."),
        (Within(year, 2, 15, DayOfWeek.Monday), "Washington's Birthday"),
        (Within(year, 5, 25, DayOfWeek.Monday), "Memorial Day"),
        (new(year, 6, 19), "Juneteenth National Independence Day"),
        (new(year, 7, 4), "Independence Day"),
        (Within(year, 9, 1, DayOfWeek.Monday), "Labor Day"),
        (Within(year, 10, 8, DayOfWeek.Monday), "Columbus Day"),
        (new(year, 11, 11), "Veterans Day"),
        (Within(year, 11, 22, DayOfWeek.Thursday), "Thanksgiving Day"),
        (new(year, 12, 25), "Christmas Day"),
    ];

    private static DateOnly Within(int year, int month, int firstDay, DayOfWeek weekday) =>
        Enumerable.Range(firstDay, 7).Select(day => new DateOnly(year, month, day)).Single(day => day.DayOfWeek == weekday);

    private static DateOnly Observed(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
