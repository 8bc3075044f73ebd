using System.Data.Common;
using System.Runtime.CompilerServices;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Web.Commands.Doctor;

/// <summary>
/// Checks that the master key exists, is private, and opens the stored data. Doesn't create a missing key, because that
/// would hide the loss.
/// </summary>
internal static class KeyLook
{
    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var path = services.Settings.In("keys", "master.key");
        if (string.IsNullOrEmpty(services.Settings.MasterKey))
        {
            if (!File.Exists(path))
            {
                yield return Finding.Problem(
                    $"There is no master key at {path}. If there is data already, restore it from the key backup before you start the site.");
                yield break;
            }

            yield return PrivateFiles.IsPrivate(path)
                ? Finding.Fine("Only its owner can read the master key.")
                : Finding.Problem($"Others can read the master key. Run: chmod 600 {path}");
        }

        var keys = services.Get<MasterKeys>();
        yield return await FindingAsync(services.Get<MasterKeyCheck>(), keys.CurrentId, cancellation);
    }

    private static async Task<Finding> FindingAsync(MasterKeyCheck check, string id, CancellationToken cancellation)
    {
        try
        {
            return await check.ProblemAsync(cancellation) is { } problem
                ? Finding.Problem(problem)
                : Finding.Fine($"The master key {id} opens what is stored.");
        }
        catch (DbException)
        {
            return Finding.Fine($"The master key {id} is present. It couldn't be compared with the database.");
        }
    }
}
