namespace Portal.Domain.Platform.Bots;

/// <summary>Tells people from bots. When a check can't be completed, the request isn't lost: it's accepted for review.</summary>
public interface IBotCheck
{
    /// <summary>Judges one posted form.</summary>
    Task<BotVerdict> CheckAsync(BotAnswer answer, CancellationToken cancellation);
}
