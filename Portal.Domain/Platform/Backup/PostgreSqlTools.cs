using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Portal.Domain.Platform.Backup;

/// <summary>Calls PostgreSQL's own tools, pg_dump and pg_restore, when they are installed.</summary>
internal static class PostgreSqlTools
{
    /// <summary>Dumps the database. False when pg_dump isn't installed.</summary>
    public static Task<bool> DumpAsync(string connectionString, string path, CancellationToken cancellation) =>
        RunAsync("pg_dump", connectionString, ["--format=custom", "--no-owner", "--file", path], cancellation);

    /// <summary>Restores a dump in one transaction. False when pg_restore isn't installed.</summary>
    public static Task<bool> RestoreAsync(string connectionString, string path, bool replace, CancellationToken cancellation) =>
        RunAsync(
            "pg_restore", connectionString,
            [
                "--no-owner", "--single-transaction", "--exit-on-error",
                .. replace ? (string[])["--clean", "--if-exists"] : [],
                "--dbname", new NpgsqlConnectionStringBuilder(connectionString).Database!, path,
            ],
            cancellation);

    private static async Task<bool> RunAsync(string tool, string connectionString, string[] arguments, CancellationToken cancellation)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        // The password goes in the environment, not on the command line, where every user of the machine could read it.
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)
            [
                ("PGHOST", to.Host),
                ("PGPORT", to.Port.ToString(CultureInfo.InvariantCulture)),
                ("PGUSER", to.Username),
                ("PGPASSWORD", to.Password),
                ("PGDATABASE", to.Database),
            ])
            if (!string.IsNullOrEmpty(value))
                start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? true : throw new IOException($"{tool} failed: {errors.Trim().ReplaceLineEndings(" ")}");
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
