using System.Diagnostics;

namespace Portal.Tests.Load;

/// <summary>How long each of many runs took, in milliseconds, the fastest first.</summary>
internal sealed class Timing(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    /// <summary>Half of the runs were faster.</summary>
    public double Median => _sorted[_sorted.Length / 2];

    /// <summary>Nineteen of twenty runs were faster.</summary>
    public double P95 => _sorted[(int)Math.Ceiling(_sorted.Length * 0.95) - 1];

    /// <summary>Each run alone, after some that are not counted; a run is told its number.</summary>
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
