using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Agencies;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>What each agency wants before it talks about somebody's records.</summary>
public sealed class IndexModel(AgencyDirectory directory) : PageModel
{
    /// <summary>By code.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>Lists them; there are a few dozen.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Agencies = [.. (await directory.ReadAsync(cancellation)).Values.OrderBy(a => a.Code, StringComparer.Ordinal)];
}
