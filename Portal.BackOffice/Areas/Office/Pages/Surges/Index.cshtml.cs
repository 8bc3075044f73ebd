using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.Surges;

namespace Portal.BackOffice.Areas.Office.Pages.Surges;

/// <summary>Events that bring many people at once.</summary>
public sealed class IndexModel(SurgeList surges, SurgePageQuery query, PageReader reader) : PageModel
{
    /// <summary>Open ones first.</summary>
    public IReadOnlyList<Surge> All { get; private set; } = [];

    /// <summary>How many cases each has.</summary>
    public IReadOnlyDictionary<Guid, SurgeCounts> Counts { get; private set; } = new Dictionary<Guid, SurgeCounts>();

    /// <summary>Whether the reader may open one.</summary>
    public bool MayOpen => reader.Actor.May(Permission.WriteToMany);

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        All = await surges.ReadAsync(cancellation);
        Counts = await query.CountsAsync(All, cancellation);
    }
}
