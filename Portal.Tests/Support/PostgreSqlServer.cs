using Npgsql;

namespace Portal.Tests.Support;

/// <summary>The PostgreSQL server that test.sh starts and names in PORTAL_TEST_POSTGRES.</summary>
public static class PostgreSqlServer
{
    private static readonly string? Address = Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    /// <summary>Why PostgreSQL tests are skipped, or null if they run. In CI they always run, and fail without a server.</summary>
    public static string? SkipReason { get; } =
        Address is null && Environment.GetEnvironmentVariable("CI") != "true"
            ? "PORTAL_TEST_POSTGRES names no server (./test.sh starts one): PostgreSQL is NOT tested on this machine."
            : null;

    public static async Task<string> CreateAsync(string database, string? template)
    {
        await RunAsync($"CREATE DATABASE \"{database}\"" + (template is null ? "" : $" TEMPLATE \"{template}\""));
        // A pool of its own would keep a connection open after the test and block the next template.
        return new NpgsqlConnectionStringBuilder(Given) { Database = database, MaxPoolSize = 20, Timeout = 90, IncludeErrorDetail = true }.ConnectionString;
    }

    public static Task DropAsync(string database) => RunAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");

    private static string Given => Address ?? throw new InvalidOperationException("PORTAL_TEST_POSTGRES names no PostgreSQL server. ./test.sh starts one.");

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Given);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
