namespace Portal.Domain.Platform.Bots;

/// <summary>The outcome of a bot check.</summary>
public abstract record BotVerdict
{
    private BotVerdict() { }

    /// <summary>Probably a person.</summary>
    public sealed record Passed : BotVerdict;

    /// <summary>Accept it, but let staff look before anything is done. The reason is for staff.</summary>
    public sealed record ForReview(string Reason) : BotVerdict;

    /// <summary>Show the form again with everything typed and ask to send it once more. The reason is for the log.</summary>
    public sealed record Refused(string Reason) : BotVerdict;
}
