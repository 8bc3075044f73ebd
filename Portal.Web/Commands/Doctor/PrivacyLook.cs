using System.Runtime.CompilerServices;
using Portal.Domain.Platform.Files;
using Portal.Web.Hosting;

namespace Portal.Web.Commands.Doctor;

/// <summary>Checks that other users of the machine can't read the database, keys, certificates, files, and emails.</summary>
internal static class PrivacyLook
{
    private const int MostNamed = 5;

    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.WaitAsync(cancellation);
        var settings = services.Settings;
        if (!Directory.Exists(settings.DataDirectory))
            yield break;
        var open = services.Get<PrivateData>().Open().ToList();
        yield return open.Count == 0
            ? Finding.Fine($"Only their owner can read the data in {settings.DataDirectory}.")
            : Finding.Problem(
                $"Others can read {string.Join(", ", open.Take(MostNamed))}{(open.Count > MostNamed ? $" and {open.Count - MostNamed} more" : "")}. "
                    + "Start the site once as their owner, or run: chmod -R go= with these paths.");
        if (PrivateFiles.TakesFilesFromOthers(settings.DataDirectory))
            yield return Finding.Problem($"Others can replace files in {settings.DataDirectory}. Run: chmod go-w {settings.DataDirectory}");
        foreach (var secret in ((string?[])[settings.Certificate.Path, settings.Mail.Token?.File]).OfType<string>().Where(File.Exists))
            yield return PrivateFiles.IsClosedToTheWorld(secret)
                ? Finding.Fine($"Only its owner and group can read {secret}.")
                : Finding.Problem($"Others can read {secret}. Run: chmod o= {secret}");
    }
}
