using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages;

/// <summary>The back office opens with what the reader owes; with the queue for those who only read.</summary>
public sealed class IndexModel(StaffActor staff) : PageModel
{
    /// <summary>Redirects there.</summary>
    public IActionResult OnGet() => LocalRedirect(staff.Current.May(Permission.TakeCases) ? Links.Office.MyTurn() : Links.Office.Queue);
}
