using Portal.Web.Hosting;

namespace Portal.Web.Commands;

/// <summary>The command line; without a command it serves the site.</summary>
public static class CommandLine
{
    /// <summary>Runs the command and gives its exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = await PortalApplication.BuildAsync(args);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<StartUp>().RunAsync(CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
}
