using System.Runtime.CompilerServices;

namespace Portal.Tests.Snapshots;

/// <summary>
/// Compares a text with the approved file next to the tests. To approve a change, run with PORTAL_APPROVE=1 and read the diff.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string caller = "") =>
        MatchesFile(Path.Combine(Path.GetDirectoryName(caller)!, "Approved", name), text);

    /// <summary>The same for an approved text in another place, such as a document.</summary>
    public static void MatchesFile(string path, string text)
    {
        var now = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("PORTAL_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
            return;
        }

        Assert.True(File.Exists(path), $"{path} was never approved. Run with PORTAL_APPROVE=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(path), now);
    }
}
