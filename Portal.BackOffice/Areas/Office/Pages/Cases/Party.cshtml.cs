using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Asks another person involved in the case for their own release.</summary>
public sealed class PartyModel(CasePageContext context, AskForRelease ask, AgencyDirectory agencies) : CasePageModel(context)
{
    /// <summary>Agency code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>The person's role.</summary>
    [BindProperty]
    public PartyRole? Role { get; set; }

    /// <summary>The person's name.</summary>
    [BindProperty]
    public string? PersonName { get; set; }

    /// <summary>Email address for the link.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Language code, en or es.</summary>
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

    /// <summary>Requests the release.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check.That(Role is not null, nameof(Role), "Choose the person's role in the case.")
            .Required(nameof(PersonName), PersonName, "Enter the full legal name, in 256 characters or fewer.")
            .That(Language is "en" or "es", nameof(Language), "Choose a language.");
        if (!check.Passed)
            return await ShowAsync(cancellation);
        var outcome = await ask.ExecuteAsync(
            new(Head.Case.Id, null, Agency ?? "") { Party = new(Role!.Value, PersonName!, Email, Language!) }, Actor, cancellation);
        return await FinishAsync(
            outcome,
            string.IsNullOrWhiteSpace(Email)
                ? "Privacy release requested. This person has no email address, so print the form and mail it."
                : "Privacy release requested from the person.",
            nameof(PersonName), cancellation, Urls.Releases());
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Agencies = AgencyChoices.From(await agencies.WithReleasesAsync(Text.Language, cancellation), Text.Language);
}
