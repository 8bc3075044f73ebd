namespace Portal.Domain.Platform.Bots;

/// <summary>The outcome of a bot check.</summary>
public abstract record BotVerdict
{
    private BotVerdict() { }

    /// <summary>Probably a person.</summary>
    public sealed record Passed : BotVerdict;

    /// <summary>Accept it, but let staff look before anything is done. The reason is for staff, an English sentence and key of its translation.</summary>
    public sealed record ForReview(string Reason) : BotVerdict;
}
