using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Signs someone in through a demo link. The page exists only in Development.</summary>
public sealed class DemoModel(SignInWithDemoLink signIn, StaffActor staff) : PageModel
{
    /// <summary>Owner of the link.</summary>
    public StaffMember? Member { get; private set; }

    /// <summary>Who is already signed in.</summary>
    public Actor? SignedIn => staff.IfSignedIn;

    /// <summary>Shows whose link it is.</summary>
    public async Task OnGetAsync(string token, CancellationToken cancellation) => Member = await signIn.FindAsync(token, cancellation);

    /// <summary>Uses up the link.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation) =>
        SignedIn is null && (await signIn.ExecuteAsync(token, cancellation)).Succeeded ? LocalRedirect(Links.Office.Home) : Page();
}
