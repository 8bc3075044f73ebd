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

/// <summary>Lets staff set up their sign-in through the one-time link an administrator gave them.</summary>
[EnableRateLimiting("sign-in")]
public sealed class EnrollModel(
    SignInLinks links, EnrollmentPlans plans, PasswordRules rules, SignInManager<StaffMember> identity, StaffActor staff, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Owner of the link; null if the link is no longer valid.</summary>
    public StaffMember? Member { get; private set; }

    /// <summary>Choices made so far; null at the first step.</summary>
    public EnrollmentPlan? Plan { get; private set; }

    /// <summary>Recovery codes, shown once at the end.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>Who is already signed in.</summary>
    public Actor? SignedIn { get; private set; }

    /// <summary>The passwords, then the first code.</summary>
    public sealed class FormInput
    {
        /// <summary>The new password.</summary>
        public string? Password { get; set; }

        /// <summary>The new password, repeated.</summary>
        public string? Again { get; set; }

        /// <summary>First code from the app.</summary>
        public string? Code { get; set; }

        /// <summary>The sealed <see cref="EnrollmentPlan"/>.</summary>
        public string? Plan { get; set; }
    }

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        SignedIn = staff.IfSignedIn;
        Member = await links.FindEnrollmentAsync((string)RouteData.Values["token"]!, HttpContext.RequestAborted);
        if (HttpMethods.IsPost(Request.Method) && (Member is null || SignedIn is not null))
            context.Result = Page();
        else
            await next();
    }

    /// <summary>Shows the options. Doesn't use up the link, because email programs open links too.</summary>
    public void OnGet()
    {
    }

    /// <summary>Takes the password; the authenticator app comes next.</summary>
    public void OnPostPassword()
    {
        if (NewPasswords.Check(new(this, text), rules.Refusal(Member!, Input.Password), Input.Password == Input.Again))
            Plan = plans.Begin(Member!, Input.Password!);
    }

    /// <summary>Finishes when the first code proves the app is set up.</summary>
    public async Task<IActionResult> OnPostCodeAsync([FromServices] EnrollWithPassword enroll, CancellationToken cancellation)
    {
        var check = new FormCheck(this, text);
        Plan = plans.Open(Member!, Input.Plan);
        if (Plan is null)
            check.Problem("", "Setup timed out after 30 minutes. Choose your password again.");
        else if (await enroll.ExecuteAsync(new(Member!, Plan, Input.Code), cancellation) is var outcome && outcome is EnrollWithPassword.Enrolled enrolled)
            Codes = enrolled.RecoveryCodes;
        else
            check.Refusal(outcome, "Input.Code");
        return Page();
    }

    /// <summary>Options the browser needs to create a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await identity.MakePasskeyCreationOptionsAsync(
        new() { Id = Member!.Id.ToString(), Name = Member.Email!, DisplayName = Member.DisplayName }), "application/json");

    /// <summary>Saves the passkey and finishes.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync([FromServices] EnrollWithPasskey enroll, string? credential, CancellationToken cancellation)
    {
        var outcome = await enroll.ExecuteAsync(Member!, credential, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(
                Links.Office.Account,
                "Your passkey works, and you're signed in. Create a second one on another device so you can still sign in if you lose the first.");
        new FormCheck(this, text).Refusal(outcome);
        return Page();
    }

    /// <summary>The plan, sealed for the form.</summary>
    public string Sealed(EnrollmentPlan plan) => plans.Seal(plan);
}
