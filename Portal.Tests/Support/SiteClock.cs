namespace Portal.Tests.Support;

/// <summary>Real time, which a test may move forward to make things expire.</summary>
public sealed class SiteClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
