using System.Collections.Concurrent;
using PublicHoliday;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Offices;

/// <summary>A legal public holiday, on the day it is observed.</summary>
/// <param name="Day">A day from Monday to Friday.</param>
/// <param name="Name">Its name in the law, in English; also the key of its translation.</param>
/// <param name="IsMoved">Whether it falls on a weekend and is observed on a weekday instead.</param>
public sealed record FederalHoliday(DateOnly Day, string Name, bool IsMoved = false)
{
    /// <summary>Its name in the reader's language.</summary>
    public string NameIn(string language) => Texts.Get(language, Name);
}

/// <summary>
/// The legal public holidays of 5 USC 6103 for people who work Monday to Friday: one that falls on a Saturday is observed on
/// the Friday before, and one that falls on a Sunday on the Monday after (Executive Order 11582).
/// </summary>
public static class FederalHolidays
{
    private static readonly ConcurrentDictionary<int, IReadOnlyList<FederalHoliday>> Years = new();

    /// <summary>The holidays observed in a year, in order.</summary>
    public static IReadOnlyList<FederalHoliday> In(int year) => Years.GetOrAdd(year, static y =>
        [.. ObservedFor(y).Concat(ObservedFor(y + 1)).Where(h => h.Day.Year == y).OrderBy(h => h.Day)]);

    /// <summary>Whether a holiday is observed on this day.</summary>
    public static bool Include(DateOnly day) => In(day.Year).Any(h => h.Day == day);

    /// <summary>Whether federal offices are open: neither a weekend nor a holiday.</summary>
    public static bool IsBusinessDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Include(day);

    // New Year's Day may be observed on December 31 of the year before.
    private static IEnumerable<FederalHoliday> ObservedFor(int year) =>
    [
        Observed(USAPublicHoliday.NewYear(year), "New Year's Day"),
        Observed(USAPublicHoliday.MartinLutherKing(year), "Birthday of Martin Luther King, Jr."),
        Observed(USAPublicHoliday.PresidentsDay(year), "Washington's Birthday"),
        Observed(USAPublicHoliday.MemorialDay(year), "Memorial Day"),
        Observed(USAPublicHoliday.Juneteenth(year), "Juneteenth National Independence Day"),
        Observed(USAPublicHoliday.IndependenceDay(year), "Independence Day"),
        Observed(USAPublicHoliday.LaborDay(year), "Labor Day"),
        Observed(USAPublicHoliday.ColumbusDay(year), "Columbus Day"),
        Observed(USAPublicHoliday.VeteransDay(year), "Veterans Day"),
        Observed(USAPublicHoliday.Thanksgiving(year), "Thanksgiving Day"),
        Observed(USAPublicHoliday.Christmas(year), "Christmas Day"),
    ];

    private static FederalHoliday Observed(Holiday holiday, string name) =>
        new(DateOnly.FromDateTime(holiday.ObservedDate), name, holiday.ObservedDate.Date != holiday.HolidayDate.Date);
}
