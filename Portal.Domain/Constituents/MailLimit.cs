namespace Portal.Domain.Constituents;

/// <summary>
/// How many mails go to an address that nobody has confirmed to be theirs: codes (also for one case, draft or release)
/// and what goes out for requests the bot check doubts. Configuration says otherwise.
/// </summary>
/// <param name="Most">Mails of a kind within the window.</param>
/// <param name="Window">At most a day: older codes are forgotten.</param>
public sealed record MailLimit(int Most, TimeSpan Window)
{
    /// <summary>Enough for somebody who mistypes; too few to fill a mailbox or to guess (five tries each, a million codes).</summary>
    public static MailLimit Usual { get; } = new(6, TimeSpan.FromHours(1));
}
