using System.Text.Json;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.BackOffice.Areas.Office.Pages.Activity;

/// <summary>One activity entry, formatted for the page.</summary>
/// <param name="Who">A name, or an English word for jobs and constituents.</param>
/// <param name="IsName">Whether <paramref name="Who"/> is a name, which isn't translated.</param>
/// <param name="Fields">The event's data. Staff IDs are shown as names; other IDs are left out.</param>
public sealed record EntryLine(DateTime At, string Who, bool IsName, string Operation, string Event, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>Case the entry belongs to; null if none.</summary>
    public string? Reference { get; init; }

    /// <summary>Formats an entry.</summary>
    public static EntryLine From(ActivityEntry entry, IReadOnlyDictionary<Guid, string> staff, IReadOnlyDictionary<Guid, string> references)
    {
        var name = entry.ActorKind == ActorKind.Staff && entry.ActorId is { } id ? staff.GetValueOrDefault(id) : null;
        var kind = entry.ActorKind switch { ActorKind.Constituent => "Constituent", ActorKind.System => "System", _ => "A staff member" };
        return new(entry.OccurredAt, name ?? kind, name is not null, entry.Operation, EventNames.Words(entry.EventName), Read(entry.Payload, staff))
        {
            Reference = entry.CaseId is { } caseId ? references.GetValueOrDefault(caseId) : null,
        };
    }

    private static List<(string, string)> Read(string payload, IReadOnlyDictionary<Guid, string> staff)
    {
        using var json = JsonDocument.Parse(payload);
        return
        [
            .. json.RootElement.EnumerateObject()
                .Where(p => !IsBareId(p.Value, staff))
                .Select(p => (EventNames.Words(char.ToUpperInvariant(p.Name[0]) + p.Name[1..]), Value(p.Value, staff)))
        ];
    }

    // Row IDs mean nothing to a reader; the case export includes them.
    private static bool IsBareId(JsonElement value, IReadOnlyDictionary<Guid, string> staff) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) && !staff.ContainsKey(id));

    private static string Value(JsonElement value, IReadOnlyDictionary<Guid, string> staff) =>
        value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) && staff.TryGetValue(id, out var name) ? name
        : value.ValueKind == JsonValueKind.Array ? string.Join("; ", value.EnumerateArray().Select(v => Value(v, staff)))
        : value.ValueKind == JsonValueKind.Object ? string.Join(", ", value.EnumerateObject().Select(p => $"{p.Name} {Value(p.Value, staff)}"))
        : value.ToString();
}
