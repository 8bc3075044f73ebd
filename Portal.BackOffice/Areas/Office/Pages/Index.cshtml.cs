using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages;

/// <summary>The back office opens with the queue.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>Redirects to the queue.</summary>
    public IActionResult OnGet() => LocalRedirect(Links.Office.Queue);
}
