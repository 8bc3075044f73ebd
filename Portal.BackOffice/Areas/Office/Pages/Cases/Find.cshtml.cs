using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Shortcut to all open cases and the search in the queue.</summary>
public sealed class FindModel : PageModel
{
    /// <summary>Redirects to the queue.</summary>
    public IActionResult OnGet() => Redirect(QueueAddress.Write(new(QueueView.Open)));
}
