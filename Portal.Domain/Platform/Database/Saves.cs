using System.Collections.Concurrent;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// Counts this process's saves by database and entity type, so that caches can be kept until the next save of that type. Saves
/// of other processes aren't seen, so caches still expire within seconds. Listeners are told about new rows.
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

    /// <summary>Calls back after each save with the entity types it added. The save waits for the callback, so it must be fast.</summary>
    public static void Listen(string database, Action<IReadOnlyCollection<Type>> added) =>
        Listeners.AddOrUpdate(database, added, (_, others) => others + added);

    public static void StopListening(string database, Action<IReadOnlyCollection<Type>> added) =>
        Listeners.AddOrUpdate(database, _ => NoListener, (_, others) => others - added ?? NoListener);

    private static void NoListener(IReadOnlyCollection<Type> added)
    {
    }
}
