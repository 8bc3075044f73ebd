using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Holidays;

/// <summary>The form that closes the office for a day or several.</summary>
public sealed class ClosureInput
{
    /// <summary>The closure; made when the form is first shown, so that a double click adds one.</summary>
    public Guid Id { get; set; }

    /// <summary>Its name in English.</summary>
    public string? Name { get; set; }

    /// <summary>Its name in Spanish.</summary>
    public string? NameEs { get; set; }

    /// <summary>The first day.</summary>
    public DateParts FirstDay { get; set; } = new();

    /// <summary>The last day; empty for a single day.</summary>
    public DateParts LastDay { get; set; } = new();
}
