using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Platform.Text;

/// <summary>Reads a date as people write it: 4/28/2026, 2026-04-28, "Apr 28, 2026", "28 de abril de 2026".</summary>
public static partial class TypedDate
{
    private static readonly Dictionary<string, int> Months = Named("en-US").Concat(Named("es-US"))
        .Concat(new Dictionary<string, int> { ["SEPT"] = 9, ["SETIEMBRE"] = 9, ["SET"] = 9 })
        .GroupBy(m => m.Key, m => m.Value).ToDictionary(m => m.Key, m => m.First());

    /// <summary>Reads three fields. The year needs four digits; the month may be a number or a name.</summary>
    public static bool TryParse(string? month, string? day, string? year, out DateOnly date) =>
        DateOnly.TryParseExact($"{Digits(year)}-{MonthOf(month)}-{Digits(day)}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads one field. Numbers alone are read month first, as in the United States, or year first.</summary>
    public static bool TryParse(string? text, out DateOnly date)
    {
        var typed = PlainText.Code(text);
        foreach (var form in (Regex[])[YearFirst(), MonthFirst(), NameFirst(), DayFirst()])
            if (form.Match(typed) is { Success: true, Groups: var g } && TryParse(g["month"].Value, g["day"].Value, g["year"].Value, out date))
                return true;
        date = default;
        return false;
    }

    private static string MonthOf(string? typed)
    {
        var name = PlainText.Fold(typed);
        return Months.TryGetValue(name, out var number) ? number.ToString(CultureInfo.InvariantCulture) : Digits(typed);
    }

    private static string Digits(string? typed) => Ordinal().Replace(PlainText.Code(typed).Trim('.', ',', ' '), "");

    private static IEnumerable<KeyValuePair<string, int>> Named(string culture)
    {
        var format = CultureInfo.GetCultureInfo(culture).DateTimeFormat;
        return new[] { format.MonthNames, format.AbbreviatedMonthNames, format.MonthGenitiveNames }
            .SelectMany(names => names.Take(12).Select((name, i) => KeyValuePair.Create(PlainText.Fold(name), i + 1)));
    }

    [GeneratedRegex(@"^(?<year>\d{4})[-/. ](?<month>\d{1,2})[-/. ](?<day>\d{1,2})$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<month>\d{1,2})[-/. ]+(?<day>\d{1,2})[-/. ,]+(?<year>\d{4})$")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^(?<month>\p{L}{3,10})\.?[ -]*(?<day>\d{1,2}(?:st|nd|rd|th)?)[ ,-]+(?<year>\d{4})$", RegexOptions.IgnoreCase)]
    private static partial Regex NameFirst();

    [GeneratedRegex(@"^(?:el )?(?<day>\d{1,2}(?:st|nd|rd|th|º|\.)?)[ -]*(?:de |of )?(?<month>\p{L}{3,10})\.?[ ,-]*(?:de |del )?(?<year>\d{4})$", RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<=\d)(?:st|nd|rd|th|º)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();
}
