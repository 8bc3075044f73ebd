using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Holidays;

/// <summary>The form for closing the office for one or more days.</summary>
public sealed class ClosureInput
{
    /// <summary>ID of the closure, created when the form is first shown so a double click adds only one.</summary>
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
