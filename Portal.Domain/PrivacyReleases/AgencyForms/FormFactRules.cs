using Portal.Domain.Platform;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>What has to be known about a form.</summary>
internal static class FormFactRules
{
    public const int LongestTitle = 160, LongestSource = 500;

    public static Outcome.Refused? Broken(string? title, string? source, DateOnly? verifiedOn, DateTime now) =>
        string.IsNullOrWhiteSpace(title) || title.Trim().Length > LongestTitle ? new("Write the title of the form, at most {0} characters.", LongestTitle)
        : string.IsNullOrWhiteSpace(source) || source.Trim().Length > LongestSource ? new("Say where the form was found, in at most {0} characters.", LongestSource)
        : verifiedOn > DateOnly.FromDateTime(now).AddDays(1) ? new("The day of the last check lies in the future.")
        : null;
}
