using System.Globalization;
using Portal.Domain.Platform.Files;

namespace Portal.Web.Hosting;

/// <summary>
/// The data of the practice office: a numbered folder for each beginning, marked as practice. The mark, not a setting, makes a process the
/// practice office: no setting can turn a real office's data into practice, or practice data into a real office.
/// </summary>
internal static class PracticeData
{
    private const string Mark = "practice-office.txt";

    /// <summary>Whether this data directory is a practice office's.</summary>
    public static bool IsIn(string dataDirectory) => File.Exists(Path.Combine(dataDirectory, Mark));

    /// <summary>The folder in use; null when there's none yet.</summary>
    public static string? Current(string folder) => Marked(folder).Select(f => f.Path).LastOrDefault();

    /// <summary>A fresh folder. Earlier ones are deleted; folders without the mark are never touched.</summary>
    public static string StartOver(string folder)
    {
        var earlier = Marked(folder);
        var number = earlier.Count == 0 ? 1 : earlier[^1].Number + 1;
        var fresh = Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture));
        PrivateFiles.KeepNewOnes();
        DurableDirectory.Create(fresh);
        File.WriteAllText(Path.Combine(fresh, Mark), "This is the practice office's data. Everyone in it is made up. The command “practice --start-over” deletes it.\n");
        foreach (var (_, path) in earlier)
            Directory.Delete(path, recursive: true);
        return fresh;
    }

    /// <summary>The settings of the process. They come last, so that none of the real office's counts.</summary>
    public static string[] SettingsFor(string data, string address) =>
    [
        "--environment=Development", $"--urls={address}", $"--Portal:DataDirectory={data}", $"--Portal:PublicUrl={address}", "--Portal:Roles=Public,Office,Jobs",
        "--Portal:Demo=false", "--Portal:SearchEngines=false", "--Portal:Geocoder=false", "--Portal:Database:Provider=Sqlite", "--Portal:Database:ConnectionString=",
        "--Portal:Mail:Host=", "--Portal:Mail:From=practice@localhost", "--Portal:Mailbox:Host=", "--Portal:Mailbox:Address=", "--Portal:Scanner=", "--Portal:MasterKey=",
        "--Portal:Certificate:Path=", "--Portal:TimestampAuthority=", "--Portal:Recaptcha:SiteKey=", "--Portal:Recaptcha:Secret=", "--Portal:SecurityTxt:Contact=",
    ];

    private static List<(int Number, string Path)> Marked(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateDirectories(folder).Where(IsIn)
            .Select(path => (int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, path)).OrderBy(f => f.Item1)];
}
