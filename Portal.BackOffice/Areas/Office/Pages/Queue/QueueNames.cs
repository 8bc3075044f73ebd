using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>Names of agencies and topics in the reader's language, and the lists to choose from, sorted once for all readers.</summary>
public sealed class QueueNames(AgencyDirectory directory, TopicCatalog catalog, QueueNames.Cache cache)
{
    /// <summary>Where the process keeps the lists, by language, until agencies or topics change.</summary>
    public sealed class Cache
    {
        internal ConcurrentDictionary<string, Reading> Readings { get; } = new();
    }

    /// <summary>What can be chosen; items are shared and not to be changed.</summary>
    public sealed record Choices(IReadOnlyList<SelectListItem> Agencies, IReadOnlyList<SelectListItem> Topics, IReadOnlyDictionary<string, string> AgencyOf);

    internal sealed record Reading(object Agencies, object Topics, (IReadOnlyDictionary<string, string> Agencies, IReadOnlyDictionary<string, string> Topics, Choices Choices) Names);

    /// <summary>Short names of agencies, names of topics, and the choices.</summary>
    public async Task<(IReadOnlyDictionary<string, string> Agencies, IReadOnlyDictionary<string, string> Topics, Choices Choices)> ReadAsync(string language, CancellationToken cancellation)
    {
        var (agencies, topics) = (await directory.ReadAsync(cancellation), await catalog.AllAsync(cancellation));
        if (cache.Readings.TryGetValue(language, out var last) && ReferenceEquals(last.Agencies, agencies) && ReferenceEquals(last.Topics, topics))
            return last.Names;
        var reading = new Reading(agencies, topics, Names(agencies, topics, language));
        cache.Readings[language] = reading;
        return reading.Names;
    }

    private static (IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>, Choices) Names(
        IReadOnlyDictionary<string, Agency> agencies, IReadOnlyList<TopicCard> topics, string language)
    {
        var order = StringComparer.Create(Texts.CultureOf(language), ignoreCase: false);
        var names = agencies.ToDictionary(a => a.Key, a => a.Value.ShortNameIn(language));
        var groups = names.ToDictionary(a => a.Key, a => new SelectListGroup { Name = a.Value });
        return (names, topics.ToDictionary(t => t.Code, t => t.Issue.In(language)), new(
            [.. names.OrderBy(a => a.Value, order).Select(a => new SelectListItem(a.Value, a.Key))],
            [.. topics.OrderBy(t => names.GetValueOrDefault(t.Agency, t.Agency), order)
                .Select(t => new SelectListItem($"{t.Program.In(language)}: {t.Issue.In(language)}", t.Code) { Group = groups.GetValueOrDefault(t.Agency) })],
            topics.ToDictionary(t => t.Code, t => t.Agency)));
    }
}
