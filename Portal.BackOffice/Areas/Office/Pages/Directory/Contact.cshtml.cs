using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Liaisons;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Directory;

/// <summary>Adds or changes a contact.</summary>
public sealed class ContactModel(ContactDirectory directory, AgencyDirectory agencies, SaveContact save, EndContact end, PageReader reader) : PageModel
{
    /// <summary>The contact's id from the URL; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>The agency from the URL, or as chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public ContactInput Input { get; set; } = new();

    /// <summary>The contact; null while it's new.</summary>
    public AgencyContact? Contact { get; private set; }

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>Ways to reach a contact.</summary>
    public static IEnumerable<SelectListItem> Methods => Enum.GetValues<InquiryMethod>().Select(m => new SelectListItem(OfficeText.Describe(m), m.ToString()));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
            return NotFound();
        Input = Contact is null ? new() { Key = Guid.CreateVersion7() } : ContactInput.From(Contact);
        return Page();
    }

    /// <summary>Saves the contact.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
            return NotFound();
        var outcome = await save.ExecuteAsync(
            new(Contact?.Id ?? Input.Key, Contact is null ? null : Input.Version, Contact?.AgencyCode ?? Agency ?? "", Input.ToCard()), reader.Actor, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.DirectoryOf(Contact?.AgencyCode ?? Agency), "Contact saved. Choose “Still right” once the agency has confirmed it.");
        new FormCheck(this, reader.Text).Refusal(outcome);
        return Page();
    }

    /// <summary>Removes the contact.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellation)
    {
        if (Id is not { } id)
            return NotFound();
        var outcome = await end.ExecuteAsync(id, reader.Actor, cancellation);
        return outcome.Succeeded ? this.RedirectWithNotice(Links.Office.Directory, "Contact removed.") : NotFound();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        Agencies = AgencyChoices.From(
            (await agencies.ReadAsync(cancellation)).Values.Where(a => a.Code != Portal.Domain.Agencies.Agency.NotFederal).OrderBy(a => a.Code, StringComparer.Ordinal),
            reader.Text.Language);
        if (Id is not { } id)
            return true;
        Contact = await directory.FindAsync(id, cancellation);
        return Contact is { EndedAt: null };
    }
}
