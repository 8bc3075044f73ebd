using System.Globalization;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>A date as typed into three fields.</summary>
public sealed record DateParts
{
    /// <summary>1 to 12, as typed.</summary>
    public string? Month { get; set; }

    /// <summary>1 to 31, as typed.</summary>
    public string? Day { get; set; }

    /// <summary>Four digits, as typed.</summary>
    public string? Year { get; set; }

    /// <summary>Whether all three fields are empty.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Month + Day + Year);

    /// <summary>Fills the fields from a date.</summary>
    public static DateParts From(DateOnly? day) => day is not { } d ? new() : new()
    {
        Month = d.Month.ToString(CultureInfo.InvariantCulture),
        Day = d.Day.ToString(CultureInfo.InvariantCulture),
        Year = d.Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>Whether the fields make a valid calendar date with a four-digit year. The month may be a name, in English or Spanish.</summary>
    public bool TryGet(out DateOnly day) => TypedDate.TryParse(Month, Day, Year, out day);
}
