namespace Portal.Domain.Constituents;

/// <summary>How many codes are mailed to one address, and for one case, draft or release; configuration says otherwise.</summary>
/// <param name="Most">Mailed codes within the window.</param>
/// <param name="Window">At most a day: older codes are forgotten.</param>
public sealed record CodeLimit(int Most, TimeSpan Window)
{
    /// <summary>Enough for somebody who mistypes; too few to fill a mailbox or to guess (five tries each, a million codes).</summary>
    public static CodeLimit Usual { get; } = new(6, TimeSpan.FromHours(1));
}
