using System.Text.Json;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Platform.Activity;

/// <summary>Something that happened, named in the past tense. Ids and codes only, no personal data.</summary>
public interface IEvent
{
    /// <summary>The version of the payload's format, increased when a field changes its meaning.</summary>
    static virtual int Version => 1;
}

/// <summary>Appends events to the activity record, in the same save as the change they describe.</summary>
public static class Recording
{
    /// <inheritdoc cref="Record{TEvent}(PortalDb, object, DateTime, Actor, Guid?, TEvent)" />
    public static Guid Record<TEvent>(this PortalDb db, Act act, Guid? caseId, TEvent happened)
        where TEvent : IEvent => db.Record(act.Operation, act.At, act.Actor, caseId, happened);

    /// <summary>Adds <paramref name="happened"/> to what the next save writes and returns the entry's id.</summary>
    /// <param name="db">The database that saves it.</param>
    /// <param name="operation">The operation or job that did it; its type's name goes into the record.</param>
    /// <param name="at">When it happened, UTC.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="caseId">The case it belongs to; null for none.</param>
    /// <param name="happened">What happened.</param>
    public static Guid Record<TEvent>(this PortalDb db, object operation, DateTime at, Actor actor, Guid? caseId, TEvent happened)
        where TEvent : IEvent
    {
        var entry = new ActivityEntry
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(at)),
            CaseId = caseId,
            OccurredAt = at,
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            Operation = operation.GetType().Name,
            EventName = typeof(TEvent).Name,
            EventVersion = TEvent.Version,
            Payload = JsonSerializer.Serialize(happened, EventJson.Options),
        };
        db.Add(entry);
        db.Add(new UnsealedActivity { ActivityId = entry.Id });
        return entry.Id;
    }
}
