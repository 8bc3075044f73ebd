using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Releases;

/// <summary>Releases waiting for review, and where the mail room uploads scans.</summary>
[RequestSizeLimit(MostBytes)]
public sealed class IndexModel(ReleasesToCheck list, MatchScan handIn, StaffActor staff, Translator text) : PageModel
{
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>Last release on the previous page.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The scans, one after the other.</summary>
    [BindProperty]
    public List<IFormFile> Upload { get; set; } = [];

    /// <summary>Case reference, for when the printed code can't be read.</summary>
    [BindProperty]
    public string? Reference { get; set; }

    /// <summary>Which of the case's releases it is.</summary>
    [BindProperty]
    public Guid? ReleaseId { get; set; }

    /// <summary>Releases waiting for review.</summary>
    public IReadOnlyList<ReleaseToCheck> Waiting { get; private set; } = [];

    /// <summary>Whether there's another page.</summary>
    public bool More { get; private set; }

    /// <summary>Releases of the case that was typed.</summary>
    public IEnumerable<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Uploads a scan.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, text).That(Upload.Count > 0, nameof(Upload), "Choose a file first.");
        if (check.Passed)
        {
            await using var files = ChosenFiles.Open(Upload);
            switch (await handIn.ExecuteAsync(
                new(files.First.Name, files.First.Content, Reference, ReleaseId) { Further = files.Further }, staff.Current, cancellation))
            {
                case MatchScan.HandedIn done:
                    return this.RedirectWithNotice(Links.Office.CasePages(done.Reference).Release(done.ReleaseId), "Form added to the case. Review it now.");
                case MatchScan.WhichOne { Releases.Count: 0 }:
                    check.Problem(
                        nameof(Reference),
                        "We couldn't read the code. Enter the case reference from the bottom of the page, then choose the file again.");
                    break;
                case MatchScan.WhichOne which:
                    check.Problem(nameof(ReleaseId), "This case has more than one release waiting. Choose the right one, then choose the file again.");
                    Choices = [.. which.Releases.Select(r => new Choice(r.Id.ToString(), $"{r.SubjectName}, {r.AgencyCode}"))];
                    break;
                case Outcome.NotPermitted:
                    return StatusCode(403);
                case var refused:
                    check.Refusal(refused, nameof(Upload));
                    break;
            }
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation) => (Waiting, More) = await list.ReadAsync(After, cancellation);
}
