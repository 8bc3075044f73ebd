using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>All cases: the queue with everything that is open, and its search.</summary>
public sealed class FindModel : PageModel
{
    /// <summary>Leads there.</summary>
    public IActionResult OnGet() => Redirect(QueueAddress.Write(new(QueueView.Open)));
}
