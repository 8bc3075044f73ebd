using Portal.BackOffice.Kit;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office;

/// <summary>Says why a case may be about the same person.</summary>
internal static class SeenText
{
    /// <summary>The reasons, in the reader's language.</summary>
    public static string Why(SeenBy by, Translator text) => string.Join(", ", new[]
    {
        by.HasFlag(SeenBy.Person) ? text["same name and date of birth"] : by.HasFlag(SeenBy.Name) ? text["same name"] : null,
        by.HasFlag(SeenBy.Phone) ? text["same phone"] : null,
        by.HasFlag(SeenBy.Email) ? text["same email"] : null,
    }.OfType<string>());
}
