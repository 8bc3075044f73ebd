using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.BackOffice.Kit;

/// <summary>One thing to choose from, with an optional line of explanation below it.</summary>
public sealed class Choice(string value, string text, string? hint = null) : SelectListItem(text, value)
{
    /// <summary>Explains the choice; shown by radio and check fields.</summary>
    public string? Hint { get; } = hint;
}
