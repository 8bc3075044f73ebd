using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Bulk;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>Puts a tag on many cases or takes it off, and offers to undo it.</summary>
[MostFields(PlanBulk.Most + 100)]
public sealed class TagModel(ChosenCases chosen, BulkQuery query, TagCases tag, TagList tags, PageReader reader) : PageModel
{
    /// <summary>References of the chosen cases.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public IList<string> References { get; set; } = [];

    /// <summary>Whether all of the list is meant.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The list they were chosen in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>TempData key for what the undo button posts.</summary>
    public const string UndoKey = "UndoTags";

    /// <summary>TempData key for the text next to the undo button.</summary>
    public const string UndoTextKey = "UndoTagsText";

    /// <summary>Makes a double click tag once.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The tag.</summary>
    [BindProperty]
    public Guid? TagId { get; set; }

    /// <summary>Whether it's taken off.</summary>
    [BindProperty]
    public bool Remove { get; set; }

    /// <summary>The cases.</summary>
    public IReadOnlyList<Case> Cases { get; private set; } = [];

    /// <summary>The office's tags.</summary>
    public IReadOnlyList<SelectListItem> Tags { get; private set; } = [];

    /// <summary>The list they were chosen in.</summary>
    public string QueueUrl => QueueAddress.Local(Back);

    /// <summary>Asks which tag.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!reader.Actor.May(Permission.WorkCases))
            return StatusCode(403);
        Key = Guid.CreateVersion7();
        References = [.. await chosen.ReadAsync(References, All, Back, cancellation)];
        return await ShowAsync(cancellation);
    }

    /// <summary>Tags them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!reader.Actor.May(Permission.WorkCases))
            return StatusCode(403);
        var check = new FormCheck(this, reader.Text).That(TagId is not null, nameof(TagId), "Choose a tag.");
        if (!check.Passed)
            return await ShowAsync(cancellation);
        Cases = await query.ReadAsync([.. References], cancellation);
        var outcome = await tag.ExecuteAsync(new([.. Cases.Select(c => c.Id)], TagId!.Value, Remove, Key), reader.Actor, cancellation);
        if (outcome is TagCases.Tagged done)
        {
            (TempData[UndoKey], TempData[UndoTextKey]) = (done.ActId.ToString(), reader.Text[Remove ? "Tag taken off. Cases: {0}." : "Cases tagged: {0}.", done.Cases]);
            return Redirect(QueueUrl);
        }

        if (outcome is Outcome.NotPermitted)
            return StatusCode(403);
        check.Refusal(outcome, nameof(TagId));
        return await ShowAsync(cancellation);
    }

    /// <summary>Undoes it for the cases it changed.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid undo, [FromServices] UndoTags put, CancellationToken cancellation) =>
        await put.ExecuteAsync(undo, reader.Actor, cancellation) switch
        {
            TagCases.Tagged done => this.RedirectWithNotice(QueueUrl, "Undone. Cases put back as they were: {0}.", done.Cases),
            Outcome.NotFound => NotFound(),
            _ => StatusCode(403),
        };

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Cases = await query.ReadAsync([.. References], cancellation);
        Tags = [.. (await tags.ReadAsync(cancellation)).Select(t => new SelectListItem(t.Name, t.Id.ToString()))];
        return Page();
    }
}
