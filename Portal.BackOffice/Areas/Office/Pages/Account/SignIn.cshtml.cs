using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Where staff sign in: with a passkey, or with a password and then a code.</summary>
[EnableRateLimiting("sign-in")]
public sealed class SignInModel(StaffSignIn signIn, SignInManager<StaffMember> identity, StaffActor staff, Translator text, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>E-mail and password.</summary>
    public sealed class FormInput
    {
        /// <summary>The e-mail address.</summary>
        public string? Email { get; set; }

        /// <summary>The password.</summary>
        public string? Password { get; set; }
    }

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet() => staff.IfSignedIn is null ? Page() : Onward();

    /// <summary>Checks the password; the answer is the same, and takes as long, for an address nobody has.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (staff.IfSignedIn is not null)
            return Onward();
        var began = clock.GetTimestamp();
        var isRight = await signIn.CheckPasswordAsync(Input.Email ?? "", Input.Password ?? "", cancellation);
        var beats = Math.Ceiling(clock.GetElapsedTime(began) / Beat);
        await Task.Delay((beats * Beat) - clock.GetElapsedTime(began) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero, clock, cancellation);
        if (isRight)
            return RedirectToPage("Code", new { ReturnUrl });
        ModelState.AddModelError("Input.Email", text["The email address or password isn't right. After five failed attempts, you'll have to wait 15 minutes."]);
        return Page();
    }

    /// <summary>What the browser asks a passkey for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await identity.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Checks what the passkey answered.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellation)
    {
        if (staff.IfSignedIn is not null || (credential is not null && await signIn.UsePasskeyAsync(credential, cancellation)))
            return Onward();
        ModelState.AddModelError("", text["That passkey didn't work. Try again, or use your password."]);
        return Page();
    }

    private IActionResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/office");
}
