using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>
/// Lets staff choose a new password through the one-time link an administrator gave them. The second factor is still
/// required.
/// </summary>
[EnableRateLimiting("sign-in")]
public sealed class NewPasswordModel(SignInLinks links, ResetPassword reset, PasswordRules rules, StaffActor staff, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Owner of the link; null if the link is no longer valid.</summary>
    public StaffMember? Member { get; private set; }

    /// <summary>Who is already signed in.</summary>
    public Actor? SignedIn { get; private set; }

    /// <summary>The password, typed twice, and the code.</summary>
    public sealed class FormInput
    {
        /// <summary>The new password.</summary>
        public string? Password { get; set; }

        /// <summary>The new password, repeated.</summary>
        public string? Again { get; set; }

        /// <summary>An authenticator code or a recovery code.</summary>
        public string? Code { get; set; }
    }

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        SignedIn = staff.IfSignedIn;
        Member = await links.FindPasswordResetAsync((string)RouteData.Values["token"]!, HttpContext.RequestAborted);
        if (HttpMethods.IsPost(Request.Method) && (Member is null || SignedIn is not null))
            context.Result = Page();
        else
            await next();
    }

    /// <summary>Shows the form. Doesn't use up the link, because email programs open links too.</summary>
    public void OnGet()
    {
    }

    /// <summary>Sets the password and signs in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, text);
        if (!NewPasswords.Check(check, rules.Refusal(Member!, Input.Password), Input.Password == Input.Again))
            return Page();
        var outcome = await reset.ExecuteAsync(new(Member!, Input.Password!, Input.Code), cancellation);
        if (outcome.Succeeded)
            return LocalRedirect(Links.Office.Account);
        check.Refusal(outcome, "Input.Code");
        return Page();
    }
}
