namespace Portal.Domain.Demo;

/// <summary>A clock the demonstration sets back to build a history in the past.</summary>
public sealed class DemoClock : TimeProvider
{
    /// <summary>The current time, UTC.</summary>
    public DateTime Now { get; set; } = System.GetUtcNow().UtcDateTime;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Now);
}
