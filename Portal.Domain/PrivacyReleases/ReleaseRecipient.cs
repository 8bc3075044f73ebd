namespace Portal.Domain.PrivacyReleases;

/// <summary>Who receives the records.</summary>
/// <param name="MemberName">The Member with title.</param>
/// <param name="ReleaseMonths">How long a release lasts at most.</param>
/// <param name="Contact">How to reach the office, for taking the release back.</param>
public sealed record ReleaseRecipient(string MemberName, int ReleaseMonths, string Contact)
{
    /// <summary>The Member with title in Spanish; null to use the English one.</summary>
    public string? MemberNameEs { get; init; }

    /// <summary>The Member with title in the reader's language.</summary>
    public string MemberIn(string language) => language == "es" ? MemberNameEs ?? MemberName : MemberName;
}
