namespace Portal.Domain.Platform.Jobs;

/// <summary>A job and when it runs. Schedules are in the office's time zone.</summary>
/// <param name="Sweep">The class that does it.</param>
/// <param name="Every">The pause between two runs; null when <paramref name="DailyAt"/> is set.</param>
/// <param name="DailyAt">The time of day, in the office's time zone.</param>
/// <param name="Purpose">What it does, in English; also the key of its translation.</param>
public sealed record RecurringJob(Type Sweep, TimeSpan? Every, TimeOnly? DailyAt, string Purpose)
{
    /// <summary>Its stable name.</summary>
    public string Name => Sweep.Name.EndsWith("Job", StringComparison.Ordinal) ? Sweep.Name[..^3] : Sweep.Name;

    /// <summary>A job that runs again and again.</summary>
    public static RecurringJob Each<TSweep>(TimeSpan every, string purpose) where TSweep : ISweep => new(typeof(TSweep), every, null, purpose);

    /// <summary>A job that runs once a day.</summary>
    public static RecurringJob Daily<TSweep>(TimeOnly at, string purpose) where TSweep : ISweep => new(typeof(TSweep), null, at, purpose);
}
