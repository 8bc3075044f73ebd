using System.Globalization;
using System.Reflection;

namespace Portal.Domain.Platform.Jobs;

/// <summary>A sweep and its schedule, as its class declares them (<see cref="RecurringAttribute"/>).</summary>
/// <param name="Sweep">The sweep's class.</param>
/// <param name="Purpose">What it does, in English; also its translation key.</param>
/// <param name="Every">The interval between runs; null when <paramref name="DailyAt"/> is set.</param>
/// <param name="DailyAt">The time of day, in the office's time zone.</param>
public sealed record RecurringJob(Type Sweep, string Purpose, TimeSpan? Every, TimeOnly? DailyAt)
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>Its stable name.</summary>
    public string Name => Sweep.Name.EndsWith("Job", StringComparison.Ordinal) ? Sweep.Name[..^3] : Sweep.Name;

    /// <summary>Saving a row of this type also starts it; null for none.</summary>
    public Type? WhenAdded { get; private init; }

    /// <summary>The queue where its runs wait for a worker.</summary>
    public string Queue { get; private init; } = JobQueue.Default;

    /// <summary>Its schedule as a cron expression; six fields when it runs more than once a minute.</summary>
    public string Cron => (Every, DailyAt) switch
    {
        (null, { } time) => $"{time.Minute} {time.Hour} * * *",
        ({ TotalSeconds: < 60 } pause, _) => $"*/{pause.Seconds} * * * * *",
        ({ TotalMinutes: < 60 } pause, _) => $"*/{pause.Minutes} * * * *",
        var (pause, _) => $"0 */{(int)pause!.Value.TotalHours} * * *",
    };

    /// <summary>Every sweep in an assembly, most frequent first.</summary>
    public static IReadOnlyList<RecurringJob> In(Assembly assembly) =>
    [
        .. assembly.GetTypes().Where(t => t.IsClass && typeof(ISweep).IsAssignableFrom(t)).Select(From)
            .OrderBy(j => j.Every ?? TimeSpan.FromDays(1)).ThenBy(j => j.DailyAt).ThenBy(j => j.Name, StringComparer.Ordinal),
    ];

    /// <summary>What the class declares.</summary>
    /// <exception cref="InvalidOperationException">It declares no schedule, or one that doesn't divide a minute, hour, or day evenly.</exception>
    public static RecurringJob From(Type sweep)
    {
        var declared = sweep.GetCustomAttribute<RecurringAttribute>() ?? throw new InvalidOperationException($"{sweep.Name} does not declare when it runs.");
        var every = new TimeSpan(declared.Hours, declared.Minutes, declared.Seconds);
        if ((declared.DailyAt is null) == (every == TimeSpan.Zero) || (every > TimeSpan.Zero && !IsEven(every)))
            throw new InvalidOperationException(
                $"{sweep.Name} must run once a day, or at an interval in seconds, minutes, or hours that divides the next unit evenly.");
        return new(
            sweep, declared.Purpose, declared.DailyAt is null ? every : null,
            declared.DailyAt is { } time ? TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture) : null)
        {
            WhenAdded = declared.WhenAdded,
            Queue = declared.Queue,
        };
    }

    // Cron counts within the minute, hour, or day, and starts over with each.
    private static bool IsEven(TimeSpan every) => every switch
    {
        { TotalSeconds: < 60 } => 60 % every.Seconds == 0,
        { TotalMinutes: < 60 } => every.Seconds == 0 && 60 % every.Minutes == 0,
        _ => every is { Seconds: 0, Minutes: 0 } && MinutesOfDay % every.TotalMinutes == 0,
    };
}
