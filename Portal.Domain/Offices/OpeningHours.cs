using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Portal.Domain.Offices;

/// <summary>
/// Translates opening hours, which are free English text typed by an office or taken from public data on Members. Text with
/// an unknown word isn't shown on Spanish pages; people can call the phone number next to it.
/// </summary>
public static partial class OpeningHours
{
    private const string Am = "a.\u00a0m.";
    private const string Pm = "p.\u00a0m.";

    private static readonly (Regex English, string Spanish)[] Phrases =
    [
        (ByAppointmentOnly(), "solo con cita"),
        (ByAppointment(), "con cita"),
        (CallForAppointment(), "llame para hacer una cita"),
        (AppointmentsEncouraged(), "se recomienda hacer cita"),
        (EveryMonth(), "de cada mes"),
    ];

    // Spanish = the English words it stands for.
    private const string Vocabulary = """
        lunes = Monday Mondays Mon M
        martes = Tuesday Tuesdays Tue Tues T
        miércoles = Wednesday Wednesdays Wed W
        jueves = Thursday Thursdays Thu Thurs Th
        viernes = Friday Fridays Fri F
        sábado = Saturday Saturdays Sat
        domingo = Sunday Sundays Sun
        lunes a viernes = Weekdays
        y = and
        o = or
        a = to through
        de = from
        solo = only
        = open
        cada = every each
        mediodía = noon
        cerrado = closed
        primer = 1st first
        segundo = 2nd second
        tercer = 3rd third
        cuarto = 4th fourth
        quinto = 5th
        , hora del Este = ET EST
        , hora del Centro = CT CST Central
        , hora de la Montaña = MT MST
        , hora del Pacífico = PT PST
        """;

    private static readonly FrozenDictionary<string, string> Words = Vocabulary.Split('\n')
        .Select(line => line.Split('=', StringSplitOptions.TrimEntries))
        .SelectMany(line => line[1].Split(' ').Select(english => KeyValuePair.Create(english, line[0])))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The hours in the reader's language; null when they can't be translated.</summary>
    public static string? In(string language, string? hours) =>
        string.IsNullOrWhiteSpace(hours) ? null : language == "es" ? InSpanish(hours) : hours.Trim();

    private static string? InSpanish(string hours)
    {
        var known = true;
        var kept = new List<string>();
        var rest = hours.Replace("(", ", ", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Trim().TrimEnd('.');
        foreach (var (english, spanish) in Phrases)
            rest = english.Replace(rest, _ => Keep(spanish));
        rest = Time().Replace(rest, time => Keep(TimeOf(time)));
        rest = Dash().Replace(rest, _ => Keep("a"));
        rest = Word().Replace(rest, word => Words.TryGetValue(word.Value.TrimEnd('.'), out var spanish) ? Keep(spanish) : Unknown());
        if (!known)
            return null;
        var text = Mark().Replace(rest, mark => $" {kept[int.Parse(mark.Groups["at"].ValueSpan)]} ");
        text = Commas().Replace(Spaces().Replace(text, " "), ",")
            .Replace(", y ", " y ", StringComparison.Ordinal)
            .Replace(" /", ",", StringComparison.Ordinal)
            .Trim();
        return char.ToUpperInvariant(text[0]) + text[1..];

        // Replaces translated text with a marker, so later patterns don't treat it as English.
        string Keep(string spanish)
        {
            kept.Add(spanish);
            return $"\u0001{kept.Count - 1}\u0002";
        }

        string Unknown()
        {
            known = false;
            return "";
        }
    }

    private static string TimeOf(Match time)
    {
        var minutes = time.Groups["minutes"] is { Length: > 0 } given ? given.Value : "00";
        var half = time.Groups["half"].Value switch { "a" or "A" => "\u00A0" + Am, "p" or "P" => "\u00A0" + Pm, _ => "" };
        return $"{time.Groups["hour"].Value}:{minutes}{half}";
    }

    [GeneratedRegex(@"\b(?:by )?appointments? only\b", RegexOptions.IgnoreCase)]
    private static partial Regex ByAppointmentOnly();

    [GeneratedRegex(@"\bby appointment\b", RegexOptions.IgnoreCase)]
    private static partial Regex ByAppointment();

    [GeneratedRegex(@"\b(?:please )?call (?:ahead|(?:for|to make|to schedule)(?: an)? appointment)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CallForAppointment();

    [GeneratedRegex(@"\bappointments (?:strongly )?encouraged\b", RegexOptions.IgnoreCase)]
    private static partial Regex AppointmentsEncouraged();

    [GeneratedRegex(@"\b(?:of|in) (?:the|each|every) month\b", RegexOptions.IgnoreCase)]
    private static partial Regex EveryMonth();

    [GeneratedRegex(
        @"(?<![\d\u0001])(?<hour>1[0-2]|[1-9])(?::?(?<minutes>[0-5]\d))?(?![\d\u0002]|st|nd|rd|th)\s*(?:(?<half>[ap])\.?\s?m\b\.?)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"\s*[-–—]\s*")]
    private static partial Regex Dash();

    [GeneratedRegex(@"(?<!\u0001)(?:\d+(?:st|nd|rd|th)|[A-Za-z]+)\.?(?!\u0002)")]
    private static partial Regex Word();

    [GeneratedRegex(@"\u0001(?<at>\d+)\u0002")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?: ?[,;])+")]
    private static partial Regex Commas();

    [GeneratedRegex(@"[^\S\u00A0]+")]
    private static partial Regex Spaces();
}
