namespace Portal.Tests.Support;

/// <summary>Real time, which a test may push ahead to see what ends.</summary>
public sealed class SiteClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
