using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Ends the session, on the server too.</summary>
public sealed class SignOutModel(SignOutStaff signOut, StaffActor staff) : PageModel
{
    /// <summary>A link never signs out.</summary>
    public IActionResult OnGet() => LocalRedirect(Links.Office.Home);

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync(string? returnUrl, CancellationToken cancellation)
    {
        await signOut.ExecuteAsync(staff.Current, cancellation);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : Links.Office.SignIn);
    }
}
