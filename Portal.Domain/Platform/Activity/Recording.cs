using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain.Platform.Activity;

/// <summary>Something that happened, named in the past tense. Ids and codes only, no personal data.</summary>
public interface IEvent
{
    /// <summary>The version of the payload's shape; raised when a field changes its meaning.</summary>
    static virtual int Version => 1;
}

/// <summary>Appends events to the activity record, in the same save as the change they tell of.</summary>
public static class Recording
{
    /// <summary>Adds <paramref name="happened"/> to what the next save writes and returns the entry's id.</summary>
    public static Guid Record<TEvent>(
        this PortalDb db, DateTime at, Actor actor, Guid? caseId, TEvent happened, [CallerFilePath] string operationFile = "")
        where TEvent : IEvent
    {
        var entry = new ActivityEntry
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(at)),
            CaseId = caseId,
            OccurredAt = at,
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            Operation = Path.GetFileNameWithoutExtension(operationFile.Replace('\\', '/')),
            EventName = typeof(TEvent).Name,
            EventVersion = TEvent.Version,
            Payload = JsonSerializer.Serialize(happened, EventJson.Options),
        };
        db.Add(entry);
        db.Add(new UnsealedActivity { ActivityId = entry.Id });
        return entry.Id;
    }
}
