using System.Diagnostics;

namespace Portal.Domain.Paper.QrReading;

/// <summary>Tracks how much of the allowed time is left.</summary>
internal sealed class TimeLimit(TimeSpan limit)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public TimeSpan Left => limit - Stopwatch.GetElapsedTime(_started) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    public bool IsOver => Left == TimeSpan.Zero;

    /// <exception cref="TimeoutException">The time is up.</exception>
    public void Check()
    {
        if (IsOver)
            throw new TimeoutException("Reading took too long.");
    }
}
