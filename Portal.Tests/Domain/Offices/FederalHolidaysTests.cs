using System.Globalization;
using Portal.Domain.Offices;
using PublicHoliday;

namespace Portal.Tests.Domain.Offices;

/// <summary>The legal holidays of 5 USC 6103(a), computed here independently of the product.</summary>
public sealed class FederalHolidaysTests
{
    // The list that Portal shipped before it computed the dates.
    private const string Shipped =
        """
        2025: 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25
        2026: 01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25
        2027: 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31
        2028: 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25
        2029: 01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25
        2030: 01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25
        2031: 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25
        """;

    private static readonly FederalHoliday[] Days = [.. Enumerable.Range(2025, 30).SelectMany(FederalHolidays.In)];

    [Fact]
    public void Federal_holidays_are_ordered_unique_and_never_on_a_weekend()
    {
        Assert.Equal(Days.Select(h => h.Day).Order().Distinct(), Days.Select(h => h.Day));
        Assert.All(Days, h => Assert.False(h.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Fact]
    public void Federal_holidays_match_the_list_shipped_before()
    {
        var shipped = Shipped.Split('\n', StringSplitOptions.TrimEntries).SelectMany(year => year[6..].Split(' ').Select(day => $"{year[..4]}-{day}"));
        Assert.Equal(shipped, Days.Where(h => h.Day.Year <= 2031).Select(h => h.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Exactly_the_legal_holidays_of_thirty_years_are_listed()
    {
        var expected = Enumerable.Range(2025, 31).SelectMany(Legal)
            .Select(h => new FederalHoliday(Observed(h.Date), h.Name, Observed(h.Date) != h.Date)).Where(h => h.Day.Year <= 2054).OrderBy(h => h.Day);
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
        Assert.Contains(new FederalHoliday(DateOnly.Parse(date, CultureInfo.InvariantCulture), name, IsMoved: true), Days);

    // If Congress adds a holiday, the library will include it after an update, and it needs a name here.
    [Fact]
    public void Every_holiday_of_the_library_is_covered() => Assert.Equal(
        Enumerable.Range(2025, 31).SelectMany(new USAPublicHoliday().PublicHolidays).Select(DateOnly.FromDateTime).Where(d => d.Year <= 2054).Order(),
        Days.Select(h => h.Day));

    // Only federal employees in the Washington area have the day off.
    [Fact]
    public void Inauguration_Day_is_not_a_holiday_here() => Assert.False(FederalHolidays.Include(new DateOnly(2037, 1, 20)));

    [Fact]
    public void Every_holiday_has_a_Spanish_name() => Assert.All(Days, h => Assert.NotEqual(h.NameIn("en"), h.NameIn("es")));

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
