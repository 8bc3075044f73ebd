using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Asks another person who takes part for a release of their own.</summary>
public sealed class PartyModel(CaseDesk desk, AskForRelease ask, PortalDb db) : CasePageModel(desk)
{
    /// <summary>The agency.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>The role.</summary>
    [BindProperty]
    public PartyRole? Role { get; set; }

    /// <summary>The name.</summary>
    [BindProperty]
    public string? PersonName { get; set; }

    /// <summary>Where the link goes.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>en or es.</summary>
    [BindProperty]
    public string? Language { get; set; }

    internal IEnumerable<SelectListItem> Agencies { get; private set; } = [];

    internal static IEnumerable<SelectListItem> Roles => Enum.GetValues<PartyRole>().Select(r => new Choice(r.ToString(), SignerText.Describe(r)));

    internal static IEnumerable<SelectListItem> Languages => [new Choice("en", "English"), new Choice("es", "Español")];

    /// <inheritdoc />
    protected override Permission Needed => Permission.MessageConstituents;

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (Agency, Language) = (Agency ?? Head.Case.AgencyCode, Head.Case.Language);
        return ShowAsync(cancellation);
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Role is null)
            ModelState.AddModelError(nameof(Role), Desk.Text["Choose the person's role in the case."]);
        if (string.IsNullOrWhiteSpace(PersonName))
            ModelState.AddModelError(nameof(PersonName), Desk.Text["Enter the full legal name, in 256 characters or fewer."]);
        if (Language is not ("en" or "es"))
            ModelState.AddModelError(nameof(Language), Desk.Text["Choose a language."]);
        if (!ModelState.IsValid)
            return await ShowAsync(cancellation);
        var outcome = await ask.ExecuteAsync(new(Head.Case.Id, null, Agency ?? "") { Party = new(Role!.Value, PersonName!, Email, Language!) }, Actor, cancellation);
        return await FinishAsync(outcome, string.IsNullOrWhiteSpace(Email) ? "Privacy release requested. They have no email address: print the form and mail it." : "Privacy release requested from the person.", nameof(PersonName), cancellation, "releases");
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Agencies = [.. (await db.Set<Agency>().AsNoTracking().Where(a => a.Rules.Signature != SignatureClass.None).ToListAsync(cancellation))
            .OrderBy(a => a.ShortNameIn(Desk.Text.Language), StringComparer.CurrentCulture).Select(a => new SelectListItem(a.ShortNameIn(Desk.Text.Language), a.Code))];
}
