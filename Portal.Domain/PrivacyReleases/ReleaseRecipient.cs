namespace Portal.Domain.PrivacyReleases;

/// <summary>Who receives the records.</summary>
/// <param name="MemberName">The Member's name, with title.</param>
/// <param name="ReleaseMonths">The longest a release lasts, in months.</param>
/// <param name="Contact">How to reach the office to withdraw the release.</param>
public sealed record ReleaseRecipient(string MemberName, int ReleaseMonths, string Contact)
{
    /// <summary>The Member's name, with title, in Spanish; null to use the English one.</summary>
    public string? MemberNameEs { get; init; }

    /// <summary>The Member's name, with title, in the reader's language.</summary>
    public string MemberIn(string language) => language == "es" ? MemberNameEs ?? MemberName : MemberName;
}
