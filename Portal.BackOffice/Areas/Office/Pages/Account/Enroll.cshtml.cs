using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
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

/// <summary>Somebody sets up how they sign in, by the one-time link an administrator gave them.</summary>
[EnableRateLimiting("sign-in")]
public sealed class EnrollModel(
    Enrollment enrollment, PasswordRules rules, StaffSignIn signIn, SignInManager<StaffMember> identity, StaffActor staff, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Whose link it is; null when it is of no use any more.</summary>
    public StaffMember? Member { get; private set; }

    /// <summary>What was chosen so far; null at the first step.</summary>
    public EnrollmentPlan? Plan { get; private set; }

    /// <summary>Shown once, at the end.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>Who is signed in already.</summary>
    public Actor? SignedIn { get; private set; }

    /// <summary>Passwords, then the first code.</summary>
    public sealed class FormInput
    {
        /// <summary>The new password.</summary>
        public string? Password { get; set; }

        /// <summary>The new password again.</summary>
        public string? Again { get; set; }

        /// <summary>The first code of the app.</summary>
        public string? Code { get; set; }

        /// <summary>The sealed <see cref="EnrollmentPlan"/>.</summary>
        public string? Plan { get; set; }
    }

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        SignedIn = staff.IfSignedIn;
        Member = await enrollment.FindAsync((string)RouteData.Values["token"]!, HttpContext.RequestAborted);
        if (HttpMethods.IsPost(Request.Method) && (Member is null || SignedIn is not null))
            context.Result = Page();
        else
            await next();
    }

    /// <summary>Shows what can be chosen. Nothing is consumed: mail programs open links too.</summary>
    public void OnGet()
    {
    }

    /// <summary>The password is chosen; next comes the authenticator app.</summary>
    public void OnPostPassword()
    {
        if (rules.Refusal(Member!, Input.Password) is { } sentence)
            ModelState.AddModelError("Input.Password", text[sentence]);
        else if (Input.Password != Input.Again)
            ModelState.AddModelError("Input.Again", text["The passwords don't match. Enter both again."]);
        else
            Plan = enrollment.Begin(Member!, Input.Password!);
    }

    /// <summary>The first code shows that the app is set up: done.</summary>
    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellation)
    {
        Plan = enrollment.Open(Member!, Input.Plan);
        if (Plan is null)
        {
            ModelState.AddModelError("", text["Setup timed out after 30 minutes. Choose your password again."]);
            return Page();
        }

        Codes = await enrollment.FinishAsync(Member!, Plan, Input.Code, cancellation);
        if (Codes is null)
            ModelState.AddModelError("Input.Code", text["That code didn't work. Wait for the next one in your app and enter it."]);
        else
            await signIn.OpenAsync(Member!, SignInProof.SecondFactor);
        return Page();
    }

    /// <summary>What the browser makes a passkey from.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await identity.MakePasskeyCreationOptionsAsync(
        new() { Id = Member!.Id.ToString(), Name = Member.Email!, DisplayName = Member.DisplayName }), "application/json");

    /// <summary>Keeps the passkey: done.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellation)
    {
        var made = credential is null ? null : await identity.PerformPasskeyAttestationAsync(credential);
        if (made is { Succeeded: true } && made.UserEntity.Id == Member!.Id.ToString() && await enrollment.FinishAsync(Member, made.Passkey, cancellation))
        {
            await signIn.OpenAsync(Member, SignInProof.Passkey);
            return this.RedirectWithNotice(
                Links.Office.Account, "Your passkey works, and you're signed in. Create a second one on another device so you can still sign in if you lose the first.");
        }

        ModelState.AddModelError("", text["We couldn't create a passkey. Try again, or choose a password."]);
        return Page();
    }

    /// <summary>The plan as the form carries it.</summary>
    public string Sealed(EnrollmentPlan plan) => enrollment.Seal(plan);
}
