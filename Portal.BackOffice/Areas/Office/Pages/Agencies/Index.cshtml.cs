using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Agencies;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>What each agency wants before it talks about somebody's records.</summary>
public sealed class IndexModel(PortalDb db) : PageModel
{
    /// <summary>By code.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>Lists them; there are a few dozen.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Agencies = await db.Set<Agency>().AsNoTracking().OrderBy(a => a.Code).ToListAsync(cancellation);
}
