using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.BackOffice.Kit;

/// <summary>An option with an optional hint below it.</summary>
public sealed class Choice(string value, string text, string? hint = null) : SelectListItem(text, value)
{
    /// <summary>Explains the option; shown in radio and checkbox fields.</summary>
    public string? Hint { get; } = hint;

    /// <summary>The key that chooses it, shown beside it; null for none.</summary>
    public string? Key { get; init; }
}
