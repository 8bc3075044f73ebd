using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages;

/// <summary>The back office begins with the queue.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>Sends there.</summary>
    public IActionResult OnGet() => LocalRedirect(Links.Office.Queue);
}
