using System.CommandLine;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Portal.Web.Commands;

/// <summary>The command line. Without a command, it serves the site. Exit codes: 0 success, 1 failure, 2 wrong usage.</summary>
public static partial class CommandLine
{
    private const int Failure = 1;
    private const int Usage = 2;

    /// <summary>Runs the command and returns its exit code.</summary>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <summary>Runs the command with these writers; also used by tests.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        // ASP.NET's own arguments (--urls, --Portal:DataDirectory=…) go to the command that runs; everything before a
        // command goes to the site.
        var serves = args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        var root = Commands([.. args.Where(IsSetting)]);
        if (UsageError(root, args, serves) is { } usageError)
        {
            await error.WriteLineAsync(usageError + " Run with --help to see what there is.");
            return Usage;
        }

        var result = root.Parse(serves ? ["serve", .. args] : [.. args.Where(a => args[0] == "serve" || !IsSetting(a))]);
        if (result.Errors.Count > 0)
        {
            foreach (var problem in result.Errors.Select(e => TypeName().Replace(e.Message, "a value it takes")).Distinct())
                await error.WriteLineAsync(problem);
            await error.WriteLineAsync("Run with --help to see how it is used.");
            return Usage;
        }

        try
        {
            // The web host handles signals itself.
            return await result.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception expected) when (
            expected is CommandFailure or IOException or UnauthorizedAccessException or InvalidDataException
                or CryptographicException or DbException or FormatException)
        {
            await error.WriteLineAsync(expected.Message.ReplaceLineEndings(" "));
            return Failure;
        }
    }

    private static RootCommand Commands(string[] settings) => new("Portal: casework for one congressional office. Without a command, it runs the site.")
    {
        ServeCommand.Create(), SetupCommand.Create(settings), ImportCommand.Create(settings), StaffCommand.Create(settings),
        ExportCommand.Create(settings), VerifyCommand.Create(settings), AuditCommand.Create(settings), CertificateCommand.Create(settings),
        BackupCommand.Create(settings), RestoreCommand.Create(settings), DoctorCommand.Create(settings), MailCommand.Create(settings),
        SeedCommand.Create(settings), PracticeCommand.Create(settings),
    };

    // Otherwise a mistyped option would start the site, and a mistyped command would give no hint. Options with a
    // value may be ASP.NET's.
    private static string? UsageError(RootCommand root, string[] args, bool serves)
    {
        if (serves || args[0] == "serve")
            return args.Where(IsUnknownOption).FirstOrDefault() is { } option ? $"Unknown option: {option}." : null;
        return args[0].StartsWith('-') || root.Subcommands.Any(c => c.Name == args[0]) ? null : $"Unknown command: {args[0]}.";

        bool IsUnknownOption(string argument, int index) =>
            argument.StartsWith("--", StringComparison.Ordinal) && !argument.Contains(':') && !argument.Contains('=')
            && argument is not ("--help" or "--version")
            && (index + 1 == args.Length || args[index + 1].StartsWith('-'));
    }

    [GeneratedRegex(@"(?<=as expected type )'[^']*'")]
    private static partial Regex TypeName();

    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.Split('=', 2) is [var name, _] && name.Contains(':');
}

/// <summary>A command failed; the message is one sentence for a person.</summary>
public sealed class CommandFailure(string message) : Exception(message);
