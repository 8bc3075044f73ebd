using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Constituents;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Mail;

namespace Portal.BackOffice.Areas.Office.Pages.Settings;

/// <summary>Email settings, and a button that sends a test email.</summary>
public sealed class IndexModel(SendTestMail sendTest, MailSetup mail, SiteAddress site, StaffActor staff, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>The settings, without any password.</summary>
    public MailSetup Mail => mail;

    /// <summary>Sender address.</summary>
    public string From => site.MailFrom;

    /// <summary>Recipient of the test email.</summary>
    public sealed class FormInput
    {
        /// <summary>The email address.</summary>
        public string? Email { get; set; }
    }

    /// <summary>Shows the settings.</summary>
    public void OnGet()
    {
    }

    /// <summary>Sends a test email and reports the result.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(Input.Email, out var to))
        {
            new FormCheck(this, text).Problem("Input.Email", "Enter an email address, such as name@example.gov.");
            return Page();
        }

        switch (await sendTest.ExecuteAsync(new(to.Text, text.Language), staff.Current, cancellation))
        {
            case SendTestMail.Tried { Failure: null }:
                return this.RedirectWithNotice(
                    Links.Office.Settings, "The email server accepted the test email. If it doesn't arrive within a few minutes, check the spam folder.");
            case SendTestMail.Tried { Failure: { } failure }:
                new FormCheck(this, text).Problem(failure.ConcernsRecipient ? "Input.Email" : "", failure.English, failure.Detail, failure.Section);
                break;
            case var refused:
                new FormCheck(this, text).Refusal(refused);
                break;
        }

        return Page();
    }
}
