using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Signs somebody in by a link of the demonstration; the page exists in Development only.</summary>
public sealed class DemoModel(SignInWithDemoLink signIn, StaffActor staff) : PageModel
{
    /// <summary>Whose link it is.</summary>
    public StaffMember? Member { get; private set; }

    /// <summary>Who is signed in already.</summary>
    public Actor? SignedIn => staff.IfSignedIn;

    /// <summary>Shows whose link it is.</summary>
    public async Task OnGetAsync(string token, CancellationToken cancellation) => Member = await signIn.FindAsync(token, cancellation);

    /// <summary>Uses the link.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation) =>
        SignedIn is null && (await signIn.ExecuteAsync(token, cancellation)).Succeeded ? LocalRedirect(Links.Office.Home) : Page();
}
