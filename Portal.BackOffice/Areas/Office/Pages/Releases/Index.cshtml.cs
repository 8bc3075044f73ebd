using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Releases;

/// <summary>What waits to be checked, and where the mail room hands scans in.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(ReleasesToCheck list, MatchScan handIn, StaffActor staff, Translator text) : PageModel
{
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>The last release of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The scan.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The case, when the code cannot be read.</summary>
    [BindProperty]
    public string? Reference { get; set; }

    /// <summary>Which of the case's releases.</summary>
    [BindProperty]
    public Guid? ReleaseId { get; set; }

    /// <summary>What waits.</summary>
    public IReadOnlyList<ReleaseToCheck> Waiting { get; private set; } = [];

    /// <summary>Whether there is another page.</summary>
    public bool More { get; private set; }

    /// <summary>The releases of the typed case.</summary>
    public IEnumerable<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Hands a scan in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), text["Choose a file first."]);
            await LoadAsync(cancellation);
            return Page();
        }

        await using var content = Upload.OpenReadStream();
        switch (await handIn.ExecuteAsync(new(Upload.FileName, content, Reference, ReleaseId), staff.Current, cancellation))
        {
            case MatchScan.HandedIn done:
                return this.RedirectWithNotice(Links.Office.CasePages(done.Reference).Release(done.ReleaseId), "Form added to the case. Review it now.");
            case MatchScan.WhichOne { Releases.Count: 0 }:
                ModelState.AddModelError(nameof(Reference), text["We couldn't read the code. Enter the case reference from the bottom of the page, then choose the file again."]);
                break;
            case MatchScan.WhichOne which:
                ModelState.AddModelError(nameof(ReleaseId), text["This case has more than one release waiting. Choose the right one, then choose the file again."]);
                Choices = [.. which.Releases.Select(r => new Choice(r.Id.ToString(), $"{r.SubjectName}, {r.AgencyCode}"))];
                break;
            case Outcome.Refused refused:
                ModelState.AddModelError(nameof(Upload), text[refused.Reason, refused.Arguments]);
                break;
            case Outcome.NotPermitted:
                return StatusCode(403);
            default:
                ModelState.AddModelError(nameof(Upload), text["Someone changed this while you were working. Check it and try again."]);
                break;
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation) => (Waiting, More) = await list.ReadAsync(After, cancellation);
}
