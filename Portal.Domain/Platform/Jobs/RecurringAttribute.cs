namespace Portal.Domain.Platform.Jobs;

/// <summary>Declares what a sweep does and when it runs. Times of day are in the office's time zone.</summary>
/// <param name="purpose">What it does, in English; also its translation key.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RecurringAttribute(string purpose) : Attribute
{
    /// <summary>What the sweep does.</summary>
    public string Purpose => purpose;

    /// <summary>Interval in seconds; a divisor of 60.</summary>
    public int Seconds { get; init; }

    /// <summary>Interval in minutes; a divisor of 60.</summary>
    public int Minutes { get; init; }

    /// <summary>Interval in hours; a divisor of 24.</summary>
    public int Hours { get; init; }

    /// <summary>Runs once a day at this time, such as 02:30.</summary>
    public string? DailyAt { get; init; }

    /// <summary>The sweep also runs as soon as a row of this type is saved, because people are waiting for it; null for none.</summary>
    public Type? WhenAdded { get; init; }

    /// <summary>The queue where its runs wait for a worker.</summary>
    public string Queue { get; init; } = JobQueue.Default;
}

/// <summary>The queues of runs. Each has its own workers, so email never waits for other sweeps.</summary>
public static class JobQueue
{
    /// <summary>Email that people are waiting for.</summary>
    public const string Mail = "mail";

    /// <summary>Everything else.</summary>
    public const string Default = "default";
}
