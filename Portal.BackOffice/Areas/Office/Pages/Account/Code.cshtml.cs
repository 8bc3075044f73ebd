using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Second step after the password: an authenticator code or a recovery code.</summary>
[EnableRateLimiting("sign-in")]
public sealed class CodeModel(SignInWithCode signIn, StaffSession session, StaffActor staff, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Where to go after signing in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Asks for a recovery code instead of an authenticator code.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    /// <summary>The code.</summary>
    public sealed class FormInput
    {
        /// <summary>The code as typed.</summary>
        public string? Code { get; set; }
    }

    /// <summary>Shows the form, or goes back to sign-in if the password hasn't been verified.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        staff.IfSignedIn is not null ? RedirectToReturnUrl() : await session.HalfWayAsync(cancellation) is null ? BackToPassword() : Page();

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (staff.IfSignedIn is not null)
            return RedirectToReturnUrl();
        if (await session.HalfWayAsync(cancellation) is null)
            return BackToPassword();
        var outcome = await signIn.ExecuteAsync(new(Input.Code, Recovery), cancellation);
        if (outcome.Succeeded)
            return RedirectToReturnUrl();
        new FormCheck(this, text).Refusal(outcome, "Input.Code");
        return Page();
    }

    private RedirectToPageResult BackToPassword() => RedirectToPage("SignIn", new { ReturnUrl });

    private IActionResult RedirectToReturnUrl() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Links.Office.Home);
}
