using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>The queue's filters as URL parameters. Search text is never part of the URL.</summary>
public static class QueueAddress
{
    private const string Path = Links.Office.Queue;

    /// <summary>Value of "assigned to" for unassigned cases.</summary>
    public const string Nobody = "nobody";

    /// <summary>Reads the filters and ignores invalid ones.</summary>
    public static CaseQueueFilter Read(IEnumerable<KeyValuePair<string, StringValues>> query, QueueView usual)
    {
        var values = query.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        string? Text(string name) => values.GetValueOrDefault(name) is { Length: > 0 and <= 80 } value ? value : null;
        T? Word<T>(string name) where T : struct, Enum => Enum.TryParse<T>(Text(name), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
        var to = Text("to");
        return new(Word<QueueView>("view") ?? usual)
        {
            Priority = Word<Priority>("priority"),
            Agency = Text("agency"),
            Topic = Text("topic"),
            Tag = Guid.TryParse(Text("tag"), out var tag) ? tag : null,
            Language = Text("language"),
            Residency = Word<ResidencyFinding>("residency"),
            AssignedTo = Guid.TryParse(to, out var who) ? who : null,
            Nobody = to == Nobody,
        };
    }

    /// <summary>URL of a list, or of the page after a cursor.</summary>
    public static string Write(CaseQueueFilter filter, CaseQueueCursor? after = null) => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["view"] = filter.View.ToString().ToLowerInvariant(),
        ["priority"] = filter.Priority?.ToString(),
        ["agency"] = filter.Agency,
        ["topic"] = filter.Topic,
        ["tag"] = filter.Tag?.ToString(),
        ["language"] = filter.Language,
        ["residency"] = filter.Residency?.ToString(),
        ["to"] = filter.Nobody ? Nobody : filter.AssignedTo?.ToString(),
        ["after"] = after?.ToString(),
    }.Where(p => p.Value is not null));

    /// <summary>Returns the URL if it belongs to the queue; otherwise the queue itself.</summary>
    public static string Local(string? back) =>
        back is not null && (back == Path || back.StartsWith(Path + "?", StringComparison.Ordinal)) && !back.Any(char.IsControl) ? back : Path;

    /// <summary>The filters as <see cref="Read"/> reads them, without the path.</summary>
    public static string QueryOf(CaseQueueFilter filter) => Write(filter)[(Path.Length + 1)..];

    /// <summary>A form of the queue's page that acts on these filters.</summary>
    public static string Form(CaseQueueFilter filter, string handler) => QueryHelpers.AddQueryString(Write(filter), "handler", handler);

    /// <summary>The filter in a URL; null after a search or when there are no filters.</summary>
    public static CaseQueueFilter? FilterOf(string? back)
    {
        var local = Local(back);
        var query = QueryHelpers.ParseQuery(local.Contains('?') ? local[local.IndexOf('?')..] : "");
        return query.Keys.Contains("view", StringComparer.OrdinalIgnoreCase) ? Read(query, QueueView.Open) : null;
    }
}
