using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Ends the session, including on the server.</summary>
public sealed class SignOutModel(SignOutStaff signOut, StaffActor staff) : PageModel
{
    /// <summary>Following a link never signs anyone out.</summary>
    public IActionResult OnGet() => LocalRedirect(Links.Office.Home);

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync(string? returnUrl, CancellationToken cancellation)
    {
        await signOut.ExecuteAsync(staff.Current, cancellation);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : Links.Office.SignIn);
    }
}
