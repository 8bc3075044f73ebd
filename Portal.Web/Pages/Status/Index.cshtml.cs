using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Status;

/// <summary>Asks for a reference number and email address. The answer is the same whether or not the case exists.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class IndexModel(FindCaseForStatus find, SendAccessCode send, Translator text) : PageModel
{
    /// <summary>The user's input.</summary>
    public sealed class Typed
    {
        /// <summary>The reference number.</summary>
        public string? Reference { get; set; }

        /// <summary>The email address.</summary>
        public string? Email { get; set; }
    }

    /// <summary>The user's input.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Whether a session just ended.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>Emails a code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, text)
            .That(
                CaseReference.TryParse(Input.Reference, out var reference),
                "Input.Reference",
                "Check your reference number. It has 10 letters and numbers, like 7KQ4M-2XD9A.")
            .That(EmailAddress.TryParse(Input.Email, out var email), "Input.Email", "Enter an email address such as name@example.com.");
        if (!check.Passed)
            return Page();
        var found = (FindCaseForStatus.Found)await find.ExecuteAsync(new(reference, email), Actor.Anonymous, cancellation);
        var language = LanguageCookie.Chosen(Request) ?? found.Language ?? text.Language;
        var sent = (SendAccessCode.Sent)await send.ExecuteAsync(
            new(AccessPurpose.Status, found.CaseId, email.Text, language), Actor.Anonymous, cancellation);
        return LocalRedirect(Links.Status.Code(sent.Id));
    }
}
