using System.CommandLine;
using System.Data.Common;
using System.Security.Cryptography;

namespace Portal.Web.Commands;

/// <summary>The command line. Without a command it serves the site. Exit codes: 0 done, 1 not done, 2 wrong usage.</summary>
public static class CommandLine
{
    private const int Failure = 1;
    private const int Usage = 2;

    /// <summary>Runs the command and gives its exit code.</summary>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <summary>Runs the command, writing to these; also for tests.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        // ASP.NET's own arguments (--urls, --Portal:DataDirectory=…) go to whatever runs; everything before a command is the site's.
        var serves = args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        var result = Commands(args.Where(IsSetting).ToArray()).Parse(serves ? ["serve", .. args] : [.. args.Where(a => args[0] == "serve" || !IsSetting(a))]);
        if (result.Errors.Count > 0)
        {
            foreach (var problem in result.Errors)
                await error.WriteLineAsync(problem.Message);
            await error.WriteLineAsync("Run with --help to see how it is used.");
            return Usage;
        }

        try
        {
            // The web host listens for signals itself.
            return await result.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception expected) when (expected is CommandFailure or IOException or UnauthorizedAccessException or InvalidDataException or CryptographicException or DbException or FormatException)
        {
            await error.WriteLineAsync(expected.Message.ReplaceLineEndings(" "));
            return Failure;
        }
    }

    private static RootCommand Commands(string[] settings) => new("Portal: casework for one congressional office. Without a command it serves the site.")
    {
        ServeCommand.Create(), SetupCommand.Create(settings), ImportCommand.Create(settings), StaffCommand.Create(settings),
        ExportCommand.Create(settings), VerifyCommand.Create(settings), AuditCommand.Create(settings), CertificateCommand.Create(settings),
        BackupCommand.Create(settings), RestoreCommand.Create(settings), DoctorCommand.Create(settings), SeedCommand.Create(settings), BenchCommand.Create(settings),
    };

    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.Split('=', 2) is [var name, _] && name.Contains(':');
}

/// <summary>A command cannot do what it was asked; the message is one sentence for a person.</summary>
public sealed class CommandFailure(string message) : Exception(message);
