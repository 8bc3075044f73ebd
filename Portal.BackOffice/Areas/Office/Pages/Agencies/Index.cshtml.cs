using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Agencies;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>What each agency requires before it will talk about someone's records.</summary>
public sealed class IndexModel(AgencyDirectory directory) : PageModel
{
    /// <summary>All federal agencies, by code.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>Lists them all; there are only a few dozen.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Agencies = [.. (await directory.ReadAsync(cancellation)).Values.Where(a => a.Code != Agency.NotFederal).OrderBy(a => a.Code, StringComparer.Ordinal)];
}
