using System.Data.Common;
using System.Runtime.CompilerServices;
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

            yield return MasterKeyFile.IsPrivate(path)
                ? Finding.Fine("Only its owner can read the master key.")
                : Finding.Problem($"Others can read the master key. Run: chmod 600 {path}");
        }

        var keys = services.Get<MasterKeys>();
        yield return await MissingAsync(services.Get<MasterKeyCheck>(), cancellation) switch
        {
            null => Finding.Fine($"The master key {keys.CurrentId} is present. It couldn't be compared with the database."),
            { Count: 0 } => Finding.Fine($"The master key {keys.CurrentId} opens what is stored."),
            var missing =>
                Finding.Problem($"Some data is protected by a master key that is missing: {string.Join(", ", missing)}. Restore it from the key backup."),
        };
    }

    private static async Task<IReadOnlyList<string>?> MissingAsync(MasterKeyCheck check, CancellationToken cancellation)
    {
        try
        {
            return await check.MissingAsync(cancellation);
        }
        catch (DbException)
        {
            return null;
        }
    }
}
