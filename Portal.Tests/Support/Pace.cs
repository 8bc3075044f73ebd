using System.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>Compares two durations in the same run, so that a slow or busy machine doesn't decide a test.</summary>
internal static class Pace
{
    private const int Tries = 3;

    /// <summary>Asserts that a damaged file takes at most so many times as long as a whole one. The best of three tries counts.</summary>
    public static async Task IsWithinAsync(double times, Func<Task> damaged, Func<Task> whole)
    {
        await whole();
        var ratio = await BestAsync(damaged) / await BestAsync(whole);
        Assert.True(ratio <= times, $"The damaged file took {ratio:N1} times as long as the whole one; {times:N0} times are allowed.");
    }

    /// <inheritdoc cref="IsWithinAsync(double, Func{Task}, Func{Task})"/>
    public static Task IsWithinAsync(double times, Action damaged, Action whole) => IsWithinAsync(times, () => Done(damaged), () => Done(whole));

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static async Task<TimeSpan> BestAsync(Func<Task> act)
    {
        var best = TimeSpan.MaxValue;
        for (var at = 0; at < Tries; at++)
        {
            var started = Stopwatch.GetTimestamp();
            await act();
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }

        return best;
    }
}
