using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>One's own sign-in: passkeys, recovery codes, password. Changes need a sign-in of the last 15 minutes.</summary>
[EnableRateLimiting("sign-in")]
public sealed class IndexModel(
    OwnFactors factors, UserManager<StaffMember> users, SignInManager<StaffMember> identity, StaffActor staff, Translator text, TimeProvider clock) : PageModel
{
    /// <summary>What the forms post.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>The person.</summary>
    public StaffMember Member { get; private set; } = null!;

    /// <summary>Their passkeys.</summary>
    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>How many recovery codes are left.</summary>
    public int CodesLeft { get; private set; }

    /// <summary>New ones, shown once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>Whether changes are allowed without signing in again.</summary>
    public bool IsRecent => staff.SignedInRecently(clock.GetUtcNow().UtcDateTime);

    /// <summary>A passkey's name, or passwords.</summary>
    public sealed class FormInput
    {
        /// <summary>What to call the passkey.</summary>
        public string? Name { get; set; }

        /// <summary>The password of today.</summary>
        public string? Current { get; set; }

        /// <summary>The new one.</summary>
        public string? Password { get; set; }

        /// <summary>The new one again.</summary>
        public string? Again { get; set; }
    }

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(Request.Method) && !IsRecent)
        {
            await ReadAsync(HttpContext.RequestAborted);
            ModelState.AddModelError("", text["For your security, sign in again before you change this."]);
            context.Result = Page();
        }
        else
        {
            await next();
        }
    }

    /// <summary>Shows the page.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>What the browser makes a passkey from.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellation)
    {
        var member = await factors.ReadAsync(staff.Current, cancellation);
        return Content(await identity.MakePasskeyCreationOptionsAsync(new() { Id = member.Id.ToString(), Name = member.Email!, DisplayName = member.DisplayName }), "application/json");
    }

    /// <summary>Keeps a new passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellation)
    {
        var made = credential is null ? null : await identity.PerformPasskeyAttestationAsync(credential);
        return made is { Succeeded: true } && made.UserEntity.Id == staff.Current.Id.ToString()
            ? await AnswerAsync(await factors.AddPasskeyAsync(made.Passkey, Input.Name, staff.Current, cancellation), "Passkey added.", cancellation)
            : await AnswerAsync(new Outcome.Refused("We couldn't create a passkey. Try again."), "", cancellation);
    }

    /// <summary>Takes a passkey away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellation) =>
        await AnswerAsync(await factors.RemovePasskeyAsync(WebEncoders.Base64UrlDecode(id), staff.Current, cancellation), "Passkey removed.", cancellation);

    /// <summary>Makes new recovery codes.</summary>
    public async Task OnPostCodesAsync(CancellationToken cancellation)
    {
        Codes = await factors.NewRecoveryCodesAsync(staff.Current, cancellation);
        await ReadAsync(cancellation);
    }

    /// <summary>Changes the password; every session ends and this one begins anew.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellation)
    {
        if (Input.Password != Input.Again)
        {
            ModelState.AddModelError("Input.Again", text["The passwords don't match. Enter both again."]);
            await ReadAsync(cancellation);
            return Page();
        }

        var outcome = await factors.ChangePasswordAsync(Input.Current, Input.Password, staff.Current, cancellation);
        if (outcome.Succeeded)
            return LocalRedirect(Links.Office.SignIn);
        ModelState.AddModelError(outcome is OwnFactors.WrongPassword ? "Input.Current" : "Input.Password",
            outcome is OwnFactors.WrongPassword ? text["That isn't your current password."] : text.Explain(outcome));
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Account, notice);
        ModelState.AddModelError("", text.Explain(outcome));
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Member = await factors.ReadAsync(staff.Current, cancellation);
        Passkeys = await users.GetPasskeysAsync(Member);
        CodesLeft = await users.CountRecoveryCodesAsync(Member);
    }
}
