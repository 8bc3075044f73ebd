using System.Runtime.CompilerServices;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Database;

namespace Portal.Web.Commands.Doctor;

/// <summary>
/// Checks that the database is reachable, migrated, protected by its triggers, and intact, and has an office and an
/// administrator.
/// </summary>
internal static class DatabaseLook
{
    private const int MostCounted = 1_000;

    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (database, installation) = (services.Get<DatabaseCheck>(), services.Get<InstallationQuery>());
        if (!await database.IsReachableAsync(cancellation))
        {
            yield return Finding.Problem("Can't reach the database. If this is a new installation, run setup.");
            yield break;
        }

        if (await database.CountPendingAsync(cancellation) is > 0 and var pending)
        {
            yield return Finding.Problem($"The database is {pending} migrations behind this program. Start the site or run setup.");
            yield break;
        }

        yield return Finding.Fine("The database is reachable and up to date.");
        yield return await database.IsAppendOnlyAsync(cancellation)
            ? Finding.Fine("The activity record is protected against change.")
            : Finding.Problem("Triggers that protect the activity record are missing. Start the site once to recreate them.");
        if (database.IsFile)
            yield return database.Damage() is { } damage
                ? Finding.Problem($"The database file is damaged: {damage}. Restore a backup.")
                : Finding.Fine("The database file is intact.");
        yield return await installation.OfficeAsync(cancellation) is { } office
            ? Finding.Fine($"The office of {office.MemberName} is set up.")
            : Finding.Problem("No office is set up. Run setup.");
        yield return await installation.CountAdministratorsAsync(cancellation) is > 0 and var count
            ? Finding.Fine($"{count} can administer the site.")
            : Finding.Problem("No one can administer the site. Run: staff add YOU@EXAMPLE.GOV --role Administrator");
        if (await installation.CountFailingMailAsync(MostCounted, cancellation) is > 0 and var failing)
            yield return Finding.Problem(
                $"Emails that couldn't be sent and are waiting for another try: {failing}{(failing == MostCounted ? " or more" : "")}. The Jobs page says why.");
    }
}
