using System.CommandLine;
using Portal.Web.Hosting;

namespace Portal.Web.Commands;

/// <summary>Serves the site; also the default without a command.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Run the site. Also takes ASP.NET Core settings, such as --urls http://localhost:5080.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((result, cancellation) => RunAsync([.. result.UnmatchedTokens], result.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellation)
    {
        await using var app = await PortalApplication.BuildAsync(args, cancellation);
        var hasDemo = app.Environment.IsDevelopment() && app.Configuration.GetValue("Portal:Demo", true);
        if (hasDemo)
            await Demonstration.EnsureAsync(app.Services, args, output, cancellation);
        await app.StartAsync(cancellation);
        await Announcement.WriteAsync(app, hasDemo, output, cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
