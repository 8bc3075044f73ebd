using System.Globalization;
using Portal.BackOffice.Security;
using Portal.Domain.Bulk;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>The cases chosen in a list for something done to all of them: those that were checked, or all of the list.</summary>
public sealed class ChosenCases(CaseQueue queue, StaffActor actor)
{
    /// <summary>Their references.</summary>
    /// <param name="references">Those that were checked.</param>
    /// <param name="all">Whether all of the list is meant.</param>
    /// <param name="back">The list's address.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<string>> ReadAsync(IEnumerable<string> references, bool all, string? back, CancellationToken cancellation) =>
        all && QueueAddress.FilterOf(back) is { } filter
            ? await queue.ReferencesAsync(filter, actor.Current.Id, PlanBulk.Most, cancellation)
            : [.. references.Distinct(StringComparer.Ordinal).Take(PlanBulk.Most)];

    /// <summary>A case as a form keeps it: what is done later is done to what was seen.</summary>
    public static string Write(Guid id, int version) => string.Create(CultureInfo.InvariantCulture, $"{id:N}/{version}");

    /// <summary>The cases a form kept.</summary>
    public static IReadOnlyList<PlanBulk.Chosen> Read(IEnumerable<string> kept) =>
        [.. kept.Select(k => k.Split('/')).Where(p => p.Length == 2 && Guid.TryParse(p[0], out _) && int.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(p => new PlanBulk.Chosen(Guid.Parse(p[0]), int.Parse(p[1], CultureInfo.InvariantCulture)))];
}
