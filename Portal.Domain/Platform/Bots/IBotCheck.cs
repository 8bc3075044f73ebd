namespace Portal.Domain.Platform.Bots;

/// <summary>Tells people from programs. A check that cannot be made never loses a request: it is accepted for review.</summary>
public interface IBotCheck
{
    /// <summary>Judges one posted form.</summary>
    Task<BotVerdict> CheckAsync(BotAnswer answer, CancellationToken cancellation);
}
