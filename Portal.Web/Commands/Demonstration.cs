using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Demo;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;

namespace Portal.Web.Commands;

/// <summary>Fills a new Development installation with an invented office. Turn it off with <c>Portal:Demo=false</c>.</summary>
internal static class Demonstration
{
    /// <summary>Makes it when there is no office.</summary>
    public static async Task EnsureAsync(string[] args, TextWriter output, CancellationToken cancellation)
    {
        var (builder, settings) = PortalApplication.Prepare(args);
        await using (var db = settings.DatabaseSettings().Open())
            if (await db.Set<Office>().AnyAsync(cancellation))
                return;
        var clock = new DemoClock();
        var start = TimeProvider.System.GetTimestamp();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        await using var services = builder.Services.BuildServiceProvider();
        await new DemoCases(services, clock).CreateAsync(cancellation);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Made a demonstration office with invented people in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s."));
    }
}
