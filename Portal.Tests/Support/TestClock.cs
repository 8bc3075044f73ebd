namespace Portal.Tests.Support;

/// <summary>A clock that stands still until a test moves it; 10 in the morning in New York on a Wednesday unless told otherwise.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public TestClock()
        : this(new DateTimeOffset(2026, 11, 18, 15, 0, 0, TimeSpan.Zero))
    {
    }

    public DateTimeOffset Now { get; set; } = now;

    /// <summary>UTC, as entities keep it.</summary>
    public DateTime Utc => Now.UtcDateTime;

    /// <summary>The day in New York, where the office of the tests is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local);

    private DateTime Local => TimeZoneInfo.ConvertTimeFromUtc(Utc, NewYork);

    private static TimeZoneInfo NewYork { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public void Advance(TimeSpan by) => Now += by;

    /// <summary>Goes on to that hour in New York, on the day that is so many days away.</summary>
    public void GoTo(int daysAhead, int hour, int minute = 0) => GoTo(Today.AddDays(daysAhead), hour, minute);

    public void GoTo(DateOnly day, int hour, int minute = 0) =>
        Now = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, minute)), NewYork));

    public override DateTimeOffset GetUtcNow() => Now;
}
