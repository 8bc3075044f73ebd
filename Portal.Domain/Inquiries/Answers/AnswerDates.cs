using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Inquiries.Answers;

/// <summary>A date found in an agency's answer.</summary>
/// <param name="Day">The date.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How many characters it has.</param>
public sealed record FoundDate(DateOnly Day, int Start, int Length);

/// <summary>
/// Finds dates in an agency's answer, the way agencies write them. They're proposed to the caseworker, who chooses; nothing is set from
/// them. An impossible date, such as February 30, is none.
/// </summary>
public static partial class AnswerDates
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Enero =
    [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ];

    /// <summary>The dates, in the order in which they're written.</summary>
    public static IReadOnlyList<FoundDate> Find(string text)
    {
        var found = new List<FoundDate>();
        foreach (Match match in Written().Matches(text))
            if (Read(match) is { } day)
                found.Add(new(day, match.Index, match.Length));
        return found;
    }

    private static DateOnly? Read(Match match)
    {
        string Part(string name) => match.Groups[name].Value;
        var month = Part("month").Length > 0 ? MonthOf(Part("month")) : Number(Part("m"));
        var (day, year) = (Number(Part("d")), Number(Part("y")));
        if (year is >= 0 and < 100)
            year += 2000;
        return month is >= 1 and <= 12 && year is >= 1900 and <= 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int MonthOf(string word)
    {
        var start = word.TrimEnd('.').ToLowerInvariant();
        if (start == "sept")
            start = "sep";
        var english = Array.FindIndex(Months, m => m.StartsWith(start, StringComparison.Ordinal));
        return (english >= 0 ? english : Array.FindIndex(Enero, m => m == start)) + 1;
    }

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex(
        """
        (?<![\w/-])(?:
          (?<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})
        | (?<d>\d{1,2})\s+(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?,?\s+(?<y>\d{4})
        | (?<d>\d{1,2})\s+de\s+(?<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\s+del?\s+(?<y>\d{4})
        | (?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})
        | (?<m>\d{1,2})[/-](?<d>\d{1,2})[/-](?<y>\d{4}|\d{2})
        )(?![\w/-])
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
