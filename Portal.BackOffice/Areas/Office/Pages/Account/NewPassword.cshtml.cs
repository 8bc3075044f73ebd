using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Somebody chooses a new password by the one-time link an administrator gave them; the second factor is asked for.</summary>
[EnableRateLimiting("sign-in")]
public sealed class NewPasswordModel(PasswordReset reset, PasswordRules rules, StaffSignIn signIn, StaffActor staff, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Whose link it is; null when it is of no use any more.</summary>
    public StaffMember? Member { get; private set; }

    /// <summary>Who is signed in already.</summary>
    public Actor? SignedIn { get; private set; }

    /// <summary>The password twice, and the code.</summary>
    public sealed class FormInput
    {
        /// <summary>The new password.</summary>
        public string? Password { get; set; }

        /// <summary>The new password again.</summary>
        public string? Again { get; set; }

        /// <summary>A code of the app, or a recovery code.</summary>
        public string? Code { get; set; }
    }

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        SignedIn = staff.IfSignedIn;
        Member = await reset.FindAsync((string)RouteData.Values["token"]!, HttpContext.RequestAborted);
        if (HttpMethods.IsPost(Request.Method) && (Member is null || SignedIn is not null))
            context.Result = Page();
        else
            await next();
    }

    /// <summary>Shows the form. Nothing is consumed: mail programs open links too.</summary>
    public void OnGet()
    {
    }

    /// <summary>Sets the password and signs in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (rules.Refusal(Member!, Input.Password) is { } sentence)
            ModelState.AddModelError("Input.Password", text[sentence]);
        else if (Input.Password != Input.Again)
            ModelState.AddModelError("Input.Again", text["The passwords don't match. Enter both again."]);
        else if (!await reset.FinishAsync(Member!, Input.Password!, Input.Code, cancellation))
            ModelState.AddModelError("Input.Code", text["That code didn't work. Wait for the next one in your app and try again. After five failed attempts, you'll have to wait 15 minutes."]);
        if (!ModelState.IsValid)
            return Page();
        await signIn.OpenAsync(Member!, SignInProof.SecondFactor);
        return LocalRedirect("/office/account");
    }
}
