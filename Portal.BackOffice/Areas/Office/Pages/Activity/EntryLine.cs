using System.Text.Json;
using Portal.BackOffice.Kit;
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

    /// <summary>Formats an entry in the reader's language.</summary>
    public static EntryLine From(ActivityEntry entry, IReadOnlyDictionary<Guid, string> staff, IReadOnlyDictionary<Guid, string> references, Translator text)
    {
        var name = entry.ActorKind == ActorKind.Staff && entry.ActorId is { } id ? staff.GetValueOrDefault(id) : null;
        var kind = entry.ActorKind switch { ActorKind.Constituent => "Constituent", ActorKind.System => "System", _ => "A staff member" };
        using var json = JsonDocument.Parse(entry.Payload);
        return new(
            entry.OccurredAt, name ?? kind, name is not null, entry.Operation, EventNames.Words(entry.EventName),
            [.. new FieldReader(staff, text).Read(json.RootElement, actor: name)])
        {
            Reference = entry.CaseId is { } caseId ? references.GetValueOrDefault(caseId) : null,
        };
    }

    private sealed record FieldReader(IReadOnlyDictionary<Guid, string> Staff, Translator Text)
    {
        // Row IDs mean nothing to a reader; the case export includes them. The actor is already in a column of its own.
        public IEnumerable<(string, string)> Read(JsonElement fields, string? actor) =>
            from field in fields.EnumerateObject()
            where field.Value.ValueKind != JsonValueKind.Null && !IsBareId(field.Value)
            let value = Value(field.Value)
            where value.Length > 0 && value != actor
            select (EventNames.Field(field.Name), value);

        private bool IsBareId(JsonElement value) =>
            value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) && !Staff.ContainsKey(id);

        private string Value(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.String => Word(value),
            JsonValueKind.True => Text["Yes"],
            JsonValueKind.False => Text["No"],
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Value)),
            JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(p => $"{EventNames.Field(p.Name)}: {Value(p.Value)}")),
            _ => value.ToString(),
        };

        private string Word(JsonElement value) =>
            value.TryGetGuid(out var id) && Staff.TryGetValue(id, out var name) ? name
            : DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out var day) ? OfficeDates.Day(day, Text.Language)
            : EventNames.Value(value.GetString()!);
    }
}
