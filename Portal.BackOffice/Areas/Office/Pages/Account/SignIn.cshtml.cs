using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Staff sign-in with a passkey, or with a password and then a code.</summary>
[EnableRateLimiting("sign-in")]
public sealed class SignInModel(CheckPassword check, SignInManager<StaffMember> identity, StaffActor staff, Translator text, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan ResponseStep = TimeSpan.FromMilliseconds(500);

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Where to go after signing in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Email and password.</summary>
    public sealed class FormInput
    {
        /// <summary>The email address.</summary>
        public string? Email { get; set; }

        /// <summary>The password.</summary>
        public string? Password { get; set; }
    }

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet() => staff.IfSignedIn is null ? Page() : RedirectToReturnUrl();

    /// <summary>Checks the password. An unknown address gets the same answer in the same amount of time.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (staff.IfSignedIn is not null)
            return RedirectToReturnUrl();
        var began = clock.GetTimestamp();
        var outcome = await check.ExecuteAsync(Input.Email ?? "", Input.Password ?? "", cancellation);
        var steps = Math.Ceiling(clock.GetElapsedTime(began) / ResponseStep);
        await Task.Delay((steps * ResponseStep) - clock.GetElapsedTime(began) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero, clock, cancellation);
        if (outcome.Succeeded)
            return RedirectToPage("Code", new { ReturnUrl });
        new FormCheck(this, text).Refusal(outcome, "Input.Email");
        return Page();
    }

    /// <summary>Options the browser needs to request a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await identity.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Checks the passkey response.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync([FromServices] SignInWithPasskey signIn, string? credential, CancellationToken cancellation)
    {
        if (staff.IfSignedIn is not null)
            return RedirectToReturnUrl();
        var outcome = await signIn.ExecuteAsync(credential, cancellation);
        if (outcome.Succeeded)
            return RedirectToReturnUrl();
        new FormCheck(this, text).Refusal(outcome);
        return Page();
    }

    private IActionResult RedirectToReturnUrl() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Links.Office.Home);
}
