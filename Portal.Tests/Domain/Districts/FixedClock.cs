namespace Portal.Tests.Domain.Districts;

/// <summary>A clock that stands still at a day, at noon UTC; its stopwatch runs.</summary>
public sealed class FixedClock(int year, int month, int day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(year, month, day, 12, 0, 0, TimeSpan.Zero);
}
