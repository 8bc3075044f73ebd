namespace Portal.Domain.Platform.Jobs;

/// <summary>Says on a sweep what it is for and when it runs. Times of day are the office's.</summary>
/// <param name="purpose">What it does, in English; also the key of its translation.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RecurringAttribute(string purpose) : Attribute
{
    /// <summary>What the sweep does.</summary>
    public string Purpose => purpose;

    /// <summary>Runs every so many seconds; a divisor of 60.</summary>
    public int Seconds { get; init; }

    /// <summary>Runs every so many minutes; a divisor of 60.</summary>
    public int Minutes { get; init; }

    /// <summary>Runs every so many hours; a divisor of 24.</summary>
    public int Hours { get; init; }

    /// <summary>Runs once a day at this time, such as 02:30.</summary>
    public string? DailyAt { get; init; }

    /// <summary>Somebody waits for these rows: the sweep also runs as soon as one was added and saved.</summary>
    public Type? WhenAdded { get; init; }

    /// <summary>Where its runs wait for a worker.</summary>
    public string Queue { get; init; } = JobQueue.Default;
}

/// <summary>The queues of runs; each has workers of its own, so that mail never waits for other sweeps.</summary>
public static class JobQueue
{
    /// <summary>Mail that people wait for.</summary>
    public const string Mail = "mail";

    /// <summary>Everything else.</summary>
    public const string Default = "default";
}
