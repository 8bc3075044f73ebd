using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>The release templates: which version people sign, whether somebody checked it, and for which agencies.</summary>
public sealed class IndexModel(TemplateListQuery query) : PageModel
{
    /// <summary>The list.</summary>
    public TemplateList Templates { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Templates = await query.ReadAsync(cancellation);
}
