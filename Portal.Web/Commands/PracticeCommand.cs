using System.CommandLine;
using System.Globalization;
using Portal.BackOffice.Security;
using Portal.Domain.Demo;
using Portal.Web.Hosting;

namespace Portal.Web.Commands;

/// <summary>
/// Runs the practice office: five made-up cases in a data directory of their own, without any of the office's settings, so that
/// nothing done there can reach the office's data or anyone outside.
/// </summary>
internal static class PracticeCommand
{
    private static readonly Option<string> Address = new("--address")
    {
        Description = "Where new caseworkers open it",
        DefaultValueFactory = _ => "http://localhost:5090",
    };
    private static readonly Option<bool> StartOver = new("--start-over") { Description = "Begin with five fresh cases" };

    public static Command Create(string[] settings)
    {
        Address.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var typed }] && !(Uri.TryCreate(typed, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
                result.AddError("Enter an address such as http://localhost:5090.");
        });
        var command = new Command("practice", "Run the practice office: five made-up cases for new caseworkers. It sends no email and knows nothing of the real office.")
        {
            Address, StartOver,
        };
        command.SetAction((result, cancellation) => RunAsync(
            FolderOf(settings), result.GetRequiredValue(Address), result.GetValue(StartOver), result.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string address, bool startOver, TextWriter output, CancellationToken cancellation)
    {
        do
        {
            var data = startOver ? PracticeData.StartOver(folder) : PracticeData.Current(folder) ?? PracticeData.StartOver(folder);
            startOver = await ServeAsync(PracticeData.SettingsFor(data, address), address, output, cancellation);
        }
        while (startOver && !cancellation.IsCancellationRequested);
        return 0;
    }

    // Returns whether somebody asked for fresh cases.
    private static async Task<bool> ServeAsync(string[] args, string address, TextWriter output, CancellationToken cancellation)
    {
        await using var app = await PortalApplication.BuildAsync(args, cancellation);
        await Demonstration.EnsurePracticeAsync(app.Services, args, cancellation);
        await app.StartAsync(cancellation);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Practice office:    {address.TrimEnd('/')}{Portal.Domain.Platform.Links.Office.Practice}"));
        await app.WaitForShutdownAsync(cancellation);
        return app.Services.GetRequiredService<PracticeRestart>().IsWanted;
    }

    // Beside the real data, but nothing of it is opened.
    private static string FolderOf(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(PortalHosting.Options(settings));
        return PortalSettings.Read(builder.Configuration, builder.Environment).In("practice");
    }
}
