using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>Lets the constituent name the other party to a petition, who is then asked to sign.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class PersonModel(ConstituentSession session, StatusPageQuery pages, AskForRelease ask, Translator text) : PageModel
{
    /// <summary>The role.</summary>
    [BindProperty(SupportsGet = true)]
    public PartyRole? Role { get; set; }

    /// <summary>The name.</summary>
    [BindProperty]
    public string? PersonName { get; set; }

    /// <summary>Email address for the link.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Language code, en or es.</summary>
    [BindProperty]
    public string? Language { get; set; }

    /// <summary>Roles no one has been named for yet.</summary>
    public IEnumerable<SelectListItem> Roles { get; private set; } = [];

    /// <summary>Languages.</summary>
    public IEnumerable<SelectListItem> Languages => [new Choice("en", "English"), new Choice("es", "Español")];

    private StatusPage? _page;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Language = text.Language;
        return await LoadAsync(cancellation) is null ? LocalRedirect(Links.Status.Ended) : Roles.Any() ? Page() : LocalRedirect(Links.Status.Case);
    }

    /// <summary>Asks the person to sign.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } access)
            return LocalRedirect(Links.Status.Ended);
        if (!Roles.Any())
            return LocalRedirect(Links.Status.Case);
        var check = new FormCheck(this, text).That(Role is not null, nameof(Role), "Choose the person's role in the case.")
            .Required(nameof(PersonName), PersonName, "Enter the full legal name, in 256 characters or fewer.").AtMost(nameof(PersonName), PersonName, 256)
            .That(Language is "en" or "es", nameof(Language), "Choose a language.");
        if (!check.Passed)
            return Page();
        var outcome = await ask.ExecuteAsync(
            new(access.CaseId, null, _page!.Case.AgencyCode ?? "") { Party = new(Role!.Value, PersonName!, Email, Language!) },
            access.Actor, cancellation);
        if (!outcome.Succeeded)
        {
            check.Refusal(outcome, nameof(Email));
            return Page();
        }

        return this.RedirectWithNotice(Links.Status.Case, "We asked the person to sign. This page will show when they've signed.");
    }

    private async Task<CaseAccess?> LoadAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return null;
        _page = await pages.ReadAsync(access.CaseId, cancellation);
        Roles = [.. (_page?.Case.IsClosed == false ? _page.Progress.Asks.Select(a => a.Role).OfType<PartyRole>() : []).Select(r => new Choice(r.ToString(), SignerText.Describe(r)))];
        return _page is null ? null : access;
    }
}
