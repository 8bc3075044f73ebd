using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Corrections;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>Lets people correct their own names, email, phone numbers, and address.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class ContactModel(ConstituentSession session, CaseContact contacts, ChangeMyContact change, Translator text) : PageModel
{
    /// <summary>The contact data, as typed.</summary>
    [BindProperty]
    public ContactForm Contact { get; set; } = new();

    /// <summary>The version of the contact data that was shown.</summary>
    [BindProperty]
    public int? ContactVersion { get; set; }

    /// <summary>What waits for the codes, sealed.</summary>
    [BindProperty]
    public string? Pending { get; set; }

    /// <summary>Where the first code went.</summary>
    [BindProperty]
    public string? OldEmail { get; set; }

    /// <summary>Where the second code went.</summary>
    [BindProperty]
    public string? NewEmail { get; set; }

    /// <summary>The code from the old address.</summary>
    [BindProperty]
    public string? OldCode { get; set; }

    /// <summary>The code from the new address.</summary>
    [BindProperty]
    public string? NewCode { get; set; }

    /// <summary>The codes that were sent; null while the form is shown.</summary>
    public ChangeMyContact.CodesNeeded? Codes { get; private set; }

    /// <summary>Who needs help.</summary>
    public HelpFor HelpFor { get; private set; }

    /// <summary>Kinds of home.</summary>
    public IEnumerable<SelectListItem> Kinds => ContactForm.Kinds.Select(k => new SelectListItem(text[k.Name], k.Kind.ToString()));

    /// <summary>All states.</summary>
    public IEnumerable<SelectListItem> States => Domain.Districts.States.All.Select(s => new SelectListItem(s.NameIn(text.Language), s.Code));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        var known = await contacts.ReadAsync(access.CaseId, cancellation);
        (Contact, HelpFor, ContactVersion) = (ContactForm.Of(known.Contact), known.HelpFor, known.Version);
        // The language button shows the page anew while it waits for the codes.
        Codes = string.IsNullOrEmpty(Pending) ? null : new(Pending, OldEmail, NewEmail);
        return Page();
    }

    /// <summary>Saves, or asks for the codes.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        var known = await contacts.ReadAsync(access.CaseId, cancellation);
        HelpFor = known.HelpFor;
        if (HelpFor == HelpFor.SomeoneElse)
            Contact = Contact.OnlyHelper(known.Contact);
        var check = new FormCheck(this, text);
        Contact.Check(check, HelpFor, nameof(Contact));
        if (!check.Passed)
            return Page();
        switch (await change.ExecuteAsync(new(access.CaseId, ContactVersion, Contact.Over(known.Contact, HelpFor)), access.Actor, cancellation))
        {
            case ChangeMyContact.CodesNeeded codes:
                Codes = codes;
                return Page();
            case { Succeeded: true }:
                return this.RedirectWithNotice(Links.Status.Case, "Saved. We'll use this from now on.");
            case var refused:
                check.Refusal(refused);
                ContactVersion = known.Version;
                ModelState.Remove(nameof(ContactVersion));
                return Page();
        }
    }

    /// <summary>Changes the email address once both codes are right.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        var outcome = await change.ConfirmAsync(new(access.CaseId, Pending, OldCode, NewCode), access.Actor, cancellation);
        if (outcome is ChangeMyContact.Changed)
        {
            // All sessions of the case have ended, this one too.
            await session.OpenAsync(new CaseAccess(access.CaseId, IdentityAssurance.EmailConfirmed, null));
            return this.RedirectWithNotice(Links.Status.Case, "Saved. We'll use this from now on.");
        }

        Codes = new(Pending ?? "", OldEmail, NewEmail);
        new FormCheck(this, text).Refusal(outcome, OldEmail is null ? nameof(NewCode) : nameof(OldCode));
        return Page();
    }
}
