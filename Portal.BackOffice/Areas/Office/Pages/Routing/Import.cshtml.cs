using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform;
using Portal.Domain.Routing;

namespace Portal.BackOffice.Areas.Office.Pages.Routing;

/// <summary>Changes the routing rules by a file: shows first what would change, then does all of it or nothing.</summary>
[RequestSizeLimit(MostBytes * 3)]
public sealed class ImportModel(RoutingImport import, ImportRoutingRules change, PageReader reader) : PageModel
{
    private const int MostBytes = 512 * 1024;

    /// <summary>The file.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Whether rules that the file doesn't have are removed.</summary>
    [BindProperty]
    public bool Removes { get; set; }

    /// <summary>The text of the file, kept from the preview.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The rules as the preview saw them.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>What would change; null before a file was chosen.</summary>
    public RoutingPreview? Preview { get; private set; }

    /// <summary>The columns a file has.</summary>
    public static IReadOnlyList<string> Columns => RoutingExport.Columns;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Shows what the file would change.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, reader.Text)
            .That(Upload is { Length: > 0 }, nameof(Upload), "Choose a CSV file.")
            .That(Upload is null or { Length: <= MostBytes }, nameof(Upload), "Choose a file of 500 KB or less.");
        if (!check.Passed)
            return Page();
        using var text = new StreamReader(Upload!.OpenReadStream(), Encoding.UTF8);
        Text = await text.ReadToEndAsync(cancellation);
        await ShowAsync(check, cancellation);
        return Page();
    }

    /// <summary>Makes the changes that were shown.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        var outcome = await change.ExecuteAsync(new(Text ?? "", Removes, Seen ?? ""), reader.Actor, cancellation);
        if (outcome is ImportRoutingRules.Imported done)
            return this.RedirectWithNotice(Links.Office.Routing, "Added: {0}. Changed: {1}. Deleted: {2}. The rules apply to new cases from now on.", done.Added, done.Changed, done.Removed);
        await ShowAsync(new FormCheck(this, reader.Text).Refusal(outcome), cancellation);
        return Page();
    }

    private async Task ShowAsync(FormCheck check, CancellationToken cancellation)
    {
        Preview = await import.CompareAsync(Text ?? "", Removes, cancellation);
        foreach (var problem in Preview.Problems)
            check.Problem(nameof(Upload), "Line {0}: {1}", problem.Line, reader.Text.Explain(problem.Why));
        // The hidden fields hold what is shown now.
        ModelState.Remove(nameof(Text));
        ModelState.Remove(nameof(Seen));
        (Seen, Upload) = (Preview.Seen, null);
    }
}
