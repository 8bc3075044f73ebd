using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>The release templates: current version, whether it was checked, and which agencies use it.</summary>
public sealed class IndexModel(TemplateListQuery query) : PageModel
{
    /// <summary>All templates.</summary>
    public TemplateList Templates { get; private set; } = null!;

    /// <summary>Lists the templates.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Templates = await query.ReadAsync(cancellation);
}
