using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Resources;

namespace Portal.BackOffice.Areas.Office.Pages.Resources;

/// <summary>Adds an organization to the library or changes one.</summary>
public sealed class EditModel(ResourceLibrary library, SaveResource save, EndResource end, PageReader reader) : PageModel
{
    /// <summary>The organization's id from the URL; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public ResourceInput Input { get; set; } = new();

    /// <summary>The organization; null while it's new.</summary>
    public OfficeResource? Resource { get; private set; }

    /// <summary>Kinds of help.</summary>
    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<ResourceKind>().Select(k => new SelectListItem(OfficeText.Describe(k), k.ToString()));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
            return NotFound();
        Input = Resource is null ? new() { Key = Guid.CreateVersion7() } : ResourceInput.From(Resource);
        return Page();
    }

    /// <summary>Saves the organization.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
            return NotFound();
        var outcome = await save.ExecuteAsync(new(Resource?.Id ?? Input.Key, Resource is null ? null : Input.Version, Input.ToCard()), reader.Actor, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Resources, "Organization saved. Choose “Still right” once you've checked it.");
        new FormCheck(this, reader.Text).Refusal(outcome);
        return Page();
    }

    /// <summary>Removes the organization.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellation) =>
        Id is { } id && (await end.ExecuteAsync(id, reader.Actor, cancellation)).Succeeded
            ? this.RedirectWithNotice(Links.Office.Resources, "Organization removed.")
            : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (Id is not { } id)
            return true;
        Resource = (await library.OneAsync(id.ToString(), cancellation))?.Own;
        return Resource is not null;
    }
}
