using System.Collections.Concurrent;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// Counts what this process saved, by database and kind of entity: what was read of a kind can be kept until the next
/// save of it. Nothing tells of other processes, so whatever is kept is kept for seconds only.
/// </summary>
internal static class Saves
{
    private static readonly ConcurrentDictionary<(string Database, Type Kind), long> Counts = new();

    public static long Of(string database, Type kind) => Counts.GetValueOrDefault((database, kind));

    public static void Tell(string database, IEnumerable<Type> kinds)
    {
        foreach (var kind in kinds)
            Counts.AddOrUpdate((database, kind), 1, (_, count) => count + 1);
    }
}
