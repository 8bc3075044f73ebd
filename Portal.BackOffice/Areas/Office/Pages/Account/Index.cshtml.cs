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

/// <summary>
/// A staff member's own passkeys, recovery codes, and password. Changes require a sign-in within the last 15 minutes.
/// </summary>
[EnableRateLimiting("sign-in")]
public sealed class IndexModel(
    UserManager<StaffMember> users, SignInManager<StaffMember> identity, StaffActor staff, Translator text, TimeProvider clock) : PageModel
{
    /// <summary>What the forms post.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>The staff member.</summary>
    public StaffMember Member { get; private set; } = null!;

    /// <summary>Their passkeys.</summary>
    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>Number of recovery codes left.</summary>
    public int CodesLeft { get; private set; }

    /// <summary>New recovery codes, shown once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>Whether changes are allowed without signing in again.</summary>
    public bool IsRecent => staff.SignedInRecently(clock.GetUtcNow().UtcDateTime);

    /// <summary>Passkey name and passwords.</summary>
    public sealed class FormInput
    {
        /// <summary>Name for the passkey.</summary>
        public string? Name { get; set; }

        /// <summary>The current password.</summary>
        public string? Current { get; set; }

        /// <summary>The new password.</summary>
        public string? Password { get; set; }

        /// <summary>The new password, repeated.</summary>
        public string? Again { get; set; }
    }

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(Request.Method) && !IsRecent)
        {
            new FormCheck(this, text).Problem("", "For your security, sign in again before you change this.");
            context.Result = await ShowAsync();
        }
        else
        {
            await next();
        }
    }

    /// <summary>Shows the page.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Options the browser needs to create a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        var member = await FindAsync();
        return Content(
            await identity.MakePasskeyCreationOptionsAsync(
                new() { Id = member.Id.ToString(), Name = member.Email!, DisplayName = member.DisplayName }),
            "application/json");
    }

    /// <summary>Saves a new passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync([FromServices] AddPasskey add, string? credential, CancellationToken cancellation) =>
        await FinishAsync(await add.ExecuteAsync(new(credential, Input.Name), staff.Current, cancellation), "Passkey added.");

    /// <summary>Removes a passkey.</summary>
    public async Task<IActionResult> OnPostRemoveAsync([FromServices] RemovePasskey remove, string id, CancellationToken cancellation) =>
        await FinishAsync(await remove.ExecuteAsync(WebEncoders.Base64UrlDecode(id), staff.Current, cancellation), "Passkey removed.");

    /// <summary>Creates new recovery codes.</summary>
    public async Task<IActionResult> OnPostCodesAsync([FromServices] RenewRecoveryCodes renew, CancellationToken cancellation)
    {
        var outcome = await renew.ExecuteAsync(staff.Current, cancellation);
        if (outcome is RenewRecoveryCodes.Renewed renewed)
            Codes = renewed.Codes;
        else
            new FormCheck(this, text).Refusal(outcome);
        return await ShowAsync();
    }

    /// <summary>Changes the password. Every session ends, and a new one starts here.</summary>
    public async Task<IActionResult> OnPostPasswordAsync([FromServices] ChangePassword change, CancellationToken cancellation)
    {
        var check = new FormCheck(this, text);
        if (!NewPasswords.Check(check, null, Input.Password == Input.Again))
            return await ShowAsync();
        var outcome = await change.ExecuteAsync(new(Input.Current, Input.Password), staff.Current, cancellation);
        if (outcome.Succeeded)
            return LocalRedirect(Links.Office.SignIn);
        if (outcome is ChangePassword.WrongPassword)
            check.Problem("Input.Current", "That isn't your current password.");
        else
            check.Refusal(outcome, "Input.Password");
        return await ShowAsync();
    }

    private async Task<IActionResult> FinishAsync(Outcome outcome, string notice)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Account, notice);
        new FormCheck(this, text).Refusal(outcome);
        return await ShowAsync();
    }

    private async Task<StaffMember> FindAsync() => (await users.FindByIdAsync(staff.Current.Id!.Value.ToString()))!;

    private async Task<IActionResult> ShowAsync()
    {
        Member = await FindAsync();
        Passkeys = await users.GetPasskeysAsync(Member);
        CodesLeft = await users.CountRecoveryCodesAsync(Member);
        return Page();
    }
}
