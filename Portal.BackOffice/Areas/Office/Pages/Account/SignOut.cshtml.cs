using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Security;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Ends the session, on the server too.</summary>
public sealed class SignOutModel(StaffSignIn signIn, StaffActor staff) : PageModel
{
    /// <summary>A link never signs out.</summary>
    public IActionResult OnGet() => LocalRedirect("/office");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync(string? returnUrl, CancellationToken cancellation)
    {
        await signIn.SignOutAsync(staff.Current, cancellation);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/office/sign-in");
    }
}
