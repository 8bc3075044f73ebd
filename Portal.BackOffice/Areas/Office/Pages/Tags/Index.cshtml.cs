using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Tags;

/// <summary>The office's tags.</summary>
public sealed class IndexModel(TagList tags, PageReader reader) : PageModel
{
    /// <summary>The tag's id; a new one for a new tag.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The version the form was made from; null for a new tag.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>The tag.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The id of a tag that's added next.</summary>
    public Guid NewKey { get; } = Guid.CreateVersion7();

    /// <summary>The tags, by name.</summary>
    public IReadOnlyList<Tag> All { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        All = await tags.ReadAsync(cancellation);
    }

    /// <summary>Adds or renames one.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] SaveTag save, CancellationToken cancellation)
    {
        var outcome = await save.ExecuteAsync(new(Key, Version, Name ?? ""), reader.Actor, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Tags, "Tag saved.");
        new FormCheck(this, reader.Text).Refusal(outcome, nameof(Name));
        All = await tags.ReadAsync(cancellation);
        return Page();
    }

    /// <summary>Retires one.</summary>
    public async Task<IActionResult> OnPostEndAsync([FromServices] EndTag end, CancellationToken cancellation) =>
        (await end.ExecuteAsync(Key, reader.Actor, cancellation)).Succeeded ? this.RedirectWithNotice(Links.Office.Tags, "Tag retired.") : StatusCode(403);
}
