using System.Globalization;
using Portal.Domain.Demo;
using Portal.Domain.Desk;

namespace Portal.Web.Commands;

/// <summary>Fills a new Development installation with a fictional office. To turn it off, set <c>Portal:Demo=false</c>.</summary>
internal static class Demonstration
{
    /// <summary>Creates the demo office if there is no office.</summary>
    public static async Task EnsureAsync(IServiceProvider site, string[] args, TextWriter output, CancellationToken cancellation)
    {
        await using (var scope = site.CreateAsyncScope())
            if (await scope.ServiceProvider.GetRequiredService<InstallationQuery>().OfficeAsync(cancellation) is not null)
                return;
        var start = TimeProvider.System.GetTimestamp();
        await PlayAsync(args, demo => demo.CreateAsync(cancellation));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Created a demo office with made-up people in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s."));
    }

    /// <summary>Creates the practice office and its five cases if they aren't there yet.</summary>
    public static async Task EnsurePracticeAsync(IServiceProvider site, string[] args, CancellationToken cancellation)
    {
        await using (var scope = site.CreateAsyncScope())
            if (await scope.ServiceProvider.GetRequiredService<InstallationQuery>().OfficeAsync(cancellation) is not null)
                return;
        await PlayAsync(args, demo => demo.CreatePracticeAsync(cancellation));
    }

    private static async Task PlayAsync(string[] args, Func<DemoCases, Task> create)
    {
        var (builder, _) = PortalApplication.Prepare(args);
        var clock = new DemoClock();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        await using var services = builder.Services.BuildServiceProvider();
        await create(new DemoCases(services, clock));
    }
}
