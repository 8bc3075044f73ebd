using System.Collections.Concurrent;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// Counts what this process saved, by database and kind of entity: what was read of a kind can be kept until the next
/// save of it. Nothing tells of other processes, so whatever is kept is kept for seconds only. Whoever has work with new
/// rows can listen for them.
/// </summary>
internal static class Saves
{
    private static readonly ConcurrentDictionary<(string Database, Type Kind), long> Counts = new();
    private static readonly ConcurrentDictionary<string, Action<IReadOnlyCollection<Type>>> Listeners = new();

    public static long Of(string database, Type kind) => Counts.GetValueOrDefault((database, kind));

    public static void Tell(string database, IReadOnlyCollection<Type> kinds, IReadOnlyCollection<Type> added)
    {
        foreach (var kind in kinds)
            Counts.AddOrUpdate((database, kind), 1, (_, count) => count + 1);
        if (added.Count > 0 && Listeners.TryGetValue(database, out var listener))
            listener(added);
    }

    /// <summary>Calls back after each save with the kinds of rows it added. The saver waits for it, so it only takes a note.</summary>
    public static void Listen(string database, Action<IReadOnlyCollection<Type>> added) =>
        Listeners.AddOrUpdate(database, added, (_, others) => others + added);

    public static void StopListening(string database, Action<IReadOnlyCollection<Type>> added) =>
        Listeners.AddOrUpdate(database, _ => Nobody, (_, others) => others - added ?? Nobody);

    private static void Nobody(IReadOnlyCollection<Type> added)
    {
    }
}
