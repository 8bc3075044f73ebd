using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Demo;

/// <summary>One thing that happens in a story, written <c>days-ago time verb arguments: text</c>.</summary>
internal sealed partial record DemoStep(int DaysAgo, TimeOnly At, string Verb, string[] Arguments, string Text)
{
    private static readonly string[] ByConstituent =
    [
        "submit", "sign", "sign-mark", "sign-guardian", "print-and-send", "print-and-send-for-father", "say", "provide", "withdraw",
        "withdraw-release",
    ];

    /// <summary>Whether staff do it. Staff keep office hours; constituents don't.</summary>
    public bool ByStaff => !ByConstituent.Contains(Verb);

    /// <summary>Parses a step.</summary>
    /// <exception cref="FormatException">The text isn't a step.</exception>
    public static DemoStep Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            throw new FormatException($"'{text}' is not a step of a demonstration case.");
        return new(
            int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
            TimeOnly.ParseExact(match.Groups[2].Value, "HH:mm", CultureInfo.InvariantCulture),
            match.Groups[3].Value,
            match.Groups[4].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            match.Groups[5].Value);
    }

    [GeneratedRegex(@"^(\d+) (\d\d:\d\d) ([a-z-]+)([^:]*)(?:: (.+))?$")]
    private static partial Regex Form();
}
