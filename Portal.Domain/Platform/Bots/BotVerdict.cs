namespace Portal.Domain.Platform.Bots;

/// <summary>The outcome of a bot check.</summary>
public abstract record BotVerdict
{
    private BotVerdict() { }

    /// <summary>Probably a person.</summary>
    public sealed record Passed : BotVerdict;

    /// <summary>Accept it, but have staff review it first. The reason, for staff, is an English sentence that is also its translation key.</summary>
    public sealed record ForReview(string Reason) : BotVerdict;
}
