using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>The second step after the password: a code of the app, or a recovery code.</summary>
[EnableRateLimiting("sign-in")]
public sealed class CodeModel(StaffSignIn signIn, StaffActor staff, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Asks for a recovery code instead.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    /// <summary>The code.</summary>
    public sealed class FormInput
    {
        /// <summary>As typed.</summary>
        public string? Code { get; set; }
    }

    /// <summary>Shows the field; without a right password it sends back.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        staff.IfSignedIn is not null ? Onward() : await signIn.HalfWayAsync(cancellation) is null ? BackToPassword() : Page();

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (staff.IfSignedIn is not null)
            return Onward();
        if (await signIn.HalfWayAsync(cancellation) is null)
            return BackToPassword();
        if (Recovery ? await signIn.UseRecoveryCodeAsync(Input.Code, cancellation) : await signIn.UseCodeAsync(Input.Code, cancellation))
            return Onward();
        ModelState.AddModelError("Input.Code", Recovery
            ? text["That recovery code didn't work. It may have been used already. After five failed attempts, you'll have to wait 15 minutes."]
            : text["That code didn't work. Wait for the next one in your app and try again. After five failed attempts, you'll have to wait 15 minutes."]);
        return Page();
    }

    private RedirectToPageResult BackToPassword() => RedirectToPage("SignIn", new { ReturnUrl });

    private IActionResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/office");
}
