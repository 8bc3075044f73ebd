namespace Portal.Tests.Support;

/// <summary>A clock that stands still until a test moves it; by default, 10 AM in New York on a Wednesday.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public TestClock()
        : this(new DateTimeOffset(2026, 11, 18, 15, 0, 0, TimeSpan.Zero))
    {
    }

    public DateTimeOffset Now { get; set; } = now;

    /// <summary>UTC, as entities store it.</summary>
    public DateTime Utc => Now.UtcDateTime;

    /// <summary>The date in New York, where the test office is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local);

    private DateTime Local => TimeZoneInfo.ConvertTimeFromUtc(Utc, NewYork);

    private static TimeZoneInfo NewYork { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public void Advance(TimeSpan by) => Now += by;

    /// <summary>Moves to a time of day in New York, a number of days ahead.</summary>
    public void GoTo(int daysAhead, int hour, int minute = 0) => GoTo(Today.AddDays(daysAhead), hour, minute);

    public void GoTo(DateOnly day, int hour, int minute = 0) =>
        Now = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, minute)), NewYork));

    public override DateTimeOffset GetUtcNow() => Now;
}
