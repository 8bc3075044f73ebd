namespace Portal.Domain.Constituents;

/// <summary>
/// How many emails we send to an address no one has confirmed as theirs: codes (also counted per case, draft, or release)
/// and emails about requests the bot check doubts. Configurable.
/// </summary>
/// <param name="Most">Emails of a kind within the window.</param>
/// <param name="Window">At most a day, because older codes are deleted.</param>
public sealed record MailLimit(int Most, TimeSpan Window)
{
    /// <summary>Enough for someone who mistypes; too few to flood a mailbox or to guess a code (five tries each, a million codes).</summary>
    public static MailLimit Usual { get; } = new(6, TimeSpan.FromHours(1));
}
