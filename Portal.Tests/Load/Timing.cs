using System.Diagnostics;

namespace Portal.Tests.Load;

/// <summary>The duration of each run in milliseconds, fastest first.</summary>
internal sealed class Timing(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    /// <summary>Half of the runs were faster.</summary>
    public double Median => _sorted[_sorted.Length / 2];

    /// <summary>95 percent of the runs were faster.</summary>
    public double P95 => _sorted[(int)Math.Ceiling(_sorted.Length * 0.95) - 1];

    /// <summary>Times each run separately, after warm-up runs that aren't counted. Each run gets its number.</summary>
    public static async Task<Timing> OfAsync(int runs, int warmUp, Func<int, Task> act)
    {
        var times = new List<double>();
        for (var run = -warmUp; run < runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            await act(run);
            if (run >= 0)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new(times);
    }
}
