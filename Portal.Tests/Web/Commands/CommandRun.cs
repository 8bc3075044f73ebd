using Portal.Web.Commands;

namespace Portal.Tests.Web.Commands;

/// <summary>A data directory, and commands run on it as a person would.</summary>
public sealed class CommandRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-command-").FullName;

    public string Data => Path.Combine(Folder, "data");

    /// <summary>Runs a command and returns its exit code, output and error output.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. args, $"--Portal:DataDirectory={Data}", "--Portal:PublicUrl=https://help.example.gov"], output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command that must succeed.</summary>
    public async Task<string> DoAsync(params string[] args)
    {
        var (code, output, error) = await RunAsync(args);
        Assert.True(code == 0, $"{string.Join(' ', args)}: {code} {error} {output}");
        return output;
    }

    /// <summary>Writes a file next to the data directory.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
