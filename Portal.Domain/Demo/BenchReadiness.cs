using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;

namespace Portal.Domain.Demo;

/// <summary>How long it takes to say of many open cases what is missing before their agency may be asked, as the reminder job does.</summary>
public sealed class BenchReadiness(PortalDb db, ReadinessCheck files)
{
    private const int Runs = 5;

    /// <summary>What was measured.</summary>
    /// <param name="Cases">How many were asked about: as many as wanted, or all open ones.</param>
    /// <param name="Ready">How many of them may be sent.</param>
    /// <param name="Milliseconds">Of the run in the middle, after one that is not counted; reading from the database included.</param>
    public sealed record Result(int Cases, int Ready, double Milliseconds);

    /// <summary>Asks.</summary>
    public async Task<Result> RunAsync(int most, CancellationToken cancellation)
    {
        var cases = await db.Set<Case>().Where(c => c.ClosedAt == null).OrderBy(c => c.Id).Take(most).Select(c => new { c.Id, c.TopicCode, c.AgencyCode }).ToListAsync(cancellation);
        var asked = cases.ConvertAll(c => (c.Id, (string?)c.TopicCode, c.AgencyCode));
        var (ready, times) = (0, new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            ready = (await files.ReadAsync(asked, cancellation)).Count(file => Readiness.Evaluate(file) is Readiness.Ready);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new(cases.Count, ready, times.Skip(1).Order().ElementAt(Runs / 2));
    }
}
