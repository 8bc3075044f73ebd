using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>
/// Names of agencies and topics in the reader's language, and option lists that are sorted once for all readers.
/// </summary>
public sealed class AgencyAndTopicNames(AgencyDirectory directory, TopicCatalog catalog, AgencyAndTopicNames.Cache cache)
{
    /// <summary>Process-wide cache of the lists, by language, until agencies or topics change.</summary>
    public sealed class Cache
    {
        internal ConcurrentDictionary<string, Reading> Readings { get; } = new();
    }

    /// <summary>Names and lists. They're shared; don't modify them.</summary>
    /// <param name="Agencies">Short names by code.</param>
    /// <param name="Topics">Names by code.</param>
    /// <param name="AgencyChoices">Agency options, sorted by name.</param>
    /// <param name="TopicChoices">Topic options, grouped by agency.</param>
    /// <param name="AgencyOf">Agency code for each topic.</param>
    public sealed record Names(
        IReadOnlyDictionary<string, string> Agencies, IReadOnlyDictionary<string, string> Topics,
        IReadOnlyList<SelectListItem> AgencyChoices, IReadOnlyList<SelectListItem> TopicChoices, IReadOnlyDictionary<string, string> AgencyOf)
    {
        /// <summary>Agency and topic names from comma-separated codes; a dash for none.</summary>
        public string Describe(string codes) => codes.Length == 0 ? "–"
            : string.Join(", ", codes.Split(',').Select(c => Agencies.GetValueOrDefault(c) ?? Topics.GetValueOrDefault(c, c)));
    }

    internal sealed record Reading(object Agencies, object Topics, Names Names);

    /// <summary>Names in a language.</summary>
    public async Task<Names> ReadAsync(string language, CancellationToken cancellation)
    {
        var (agencies, topics) = (await directory.ReadAsync(cancellation), await catalog.AllAsync(cancellation));
        if (cache.Readings.TryGetValue(language, out var last) && ReferenceEquals(last.Agencies, agencies) && ReferenceEquals(last.Topics, topics))
            return last.Names;
        var reading = new Reading(agencies, topics, NamesIn(language, agencies, topics));
        cache.Readings[language] = reading;
        return reading.Names;
    }

    private static Names NamesIn(string language, IReadOnlyDictionary<string, Agency> agencies, IReadOnlyList<TopicCard> topics)
    {
        var order = StringComparer.Create(Texts.CultureOf(language), ignoreCase: false);
        var names = agencies.ToDictionary(a => a.Key, a => a.Value.ShortNameIn(language));
        var groups = names.ToDictionary(a => a.Key, a => new SelectListGroup { Name = a.Value });
        return new(
            names, topics.ToDictionary(t => t.Code, t => t.Issue.In(language)),
            [.. names.OrderBy(a => a.Value, order).Select(a => new SelectListItem(a.Value, a.Key))],
            [.. topics.OrderBy(t => names.GetValueOrDefault(t.Agency, t.Agency), order)
                .Select(t => new SelectListItem($"{t.Program.In(language)}: {t.Issue.In(language)}", t.Code) { Group = groups.GetValueOrDefault(t.Agency) })],
            topics.ToDictionary(t => t.Code, t => t.Agency));
    }
}
