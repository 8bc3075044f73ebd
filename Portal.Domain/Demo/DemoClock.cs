namespace Portal.Domain.Demo;

/// <summary>A clock that the demonstration turns back, so that its history lies in the past.</summary>
public sealed class DemoClock : TimeProvider
{
    /// <summary>What it shows, UTC.</summary>
    public DateTime Now { get; set; } = System.GetUtcNow().UtcDateTime;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Now);
}
