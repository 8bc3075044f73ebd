using System.Globalization;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>Reads a time of day as people type it.</summary>
public static class TimeOfDay
{
    private static readonly string[] Forms = ["h:mm tt", "h tt", "h:mmtt", "htt", "H:mm", "HH:mm"];

    /// <summary>Whether it's a time or blank, and the time; null when it's blank. "2:30" is at 2:30 PM: no office meets at night.</summary>
    public static (bool IsTime, TimeOnly? Time) Read(string? typed)
    {
        var text = PlainText.Line(typed).Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
        if (text.Length == 0)
            return (true, null);
        if (!TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return (false, null);
        var isMeantAfternoon = time.Hour is >= 1 and < 7 && !text.EndsWith('M') && text[0] != '0';
        return (true, isMeantAfternoon ? time.AddHours(12) : time);
    }
}
