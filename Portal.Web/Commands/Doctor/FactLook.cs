using System.Runtime.CompilerServices;
using Portal.Domain.Facts;
using Portal.Domain.Platform.Database;

namespace Portal.Web.Commands.Doctor;

/// <summary>Counts the facts that no one in the office has compared with their sources.</summary>
internal static class FactLook
{
    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var database = services.Get<DatabaseCheck>();
        if (!await database.IsReachableAsync(cancellation) || await database.CountPendingAsync(cancellation) > 0)
            yield break;
        var facts = await services.Get<FactList>().ReadAsync(cancellation);
        var never = facts.Where(f => f.VerifiedOn is null).ToList();
        var kinds = string.Join(", ", never.GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => $"{NameOf(g.Key)} {g.Count()}"));
        yield return never.Count == 0
            ? Finding.Fine($"All {facts.Count} facts about agencies, deadlines, and topics were verified by the office.")
            : Finding.Fine(
                $"Never verified by the office: {never.Count} of {facts.Count} facts ({kinds}). "
                    + "Verify them in the back office under Agencies, Verify facts.");
    }

    private static string NameOf(FactKind kind) => kind switch
    {
        FactKind.Agency => "agencies",
        FactKind.AppealPeriod => "deadlines",
        FactKind.Channel => "channels",
        FactKind.Topic => "topics",
        _ => "organizations",
    };
}
