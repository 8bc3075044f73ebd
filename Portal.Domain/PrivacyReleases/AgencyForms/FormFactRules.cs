using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Validates what staff enter about a form.</summary>
internal static class FormFactRules
{
    public const int LongestTitle = 160, LongestSource = 500;

    public static Outcome.Refused? Broken(string? title, string? source, DateOnly? verifiedOn, DateTime now) =>
        string.IsNullOrWhiteSpace(title) || title.Trim().Length > LongestTitle
            ? new("Enter the form's title, in {0} characters or fewer.", LongestTitle)
        : !TextLength.Fits(source, LongestSource)
            ? new("Enter where you found the form, in {0} characters or fewer.", LongestSource)
        : verifiedOn > DateOnly.FromDateTime(now).AddDays(1) ? new("The date of the last check can't be in the future.")
        : null;
}
