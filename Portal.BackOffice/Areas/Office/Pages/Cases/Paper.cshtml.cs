using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Uploads a release that was signed in person or came by mail.</summary>
[RequestSizeLimit(MostBytes)]
public sealed class PaperModel(CasePageContext context, ReceivePaper receive, CaseReleases releases) : CasePageModel(context)
{
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>Release ID from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid ReleaseId { get; set; }

    /// <summary>The scans, one after the other.</summary>
    [BindProperty]
    public List<IFormFile> Upload { get; set; } = [];

    /// <summary>Where the paper original is kept.</summary>
    [BindProperty]
    public string? KeptAt { get; set; }

    internal PrivacyRelease? Release { get; private set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.CheckReleases;

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => FormAsync(cancellation);

    /// <summary>Saves the scan.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Release is null)
            return NotFound();
        await using var files = Upload.Count > 0 ? ChosenFiles.Open(Upload) : null;
        var command = new ReceivePaper.Command(ReleaseId, files?.First.Name ?? "", files?.First.Content) { Further = files?.Further ?? [], KeptAt = KeptAt };
        var outcome = await receive.ExecuteAsync(command, Actor, cancellation);
        return await FinishAsync(outcome, "Form added to the case. Review it now.", nameof(Upload), cancellation, Urls.Release(ReleaseId));
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Release = await releases.FindAsync(Head.Case.Id, ReleaseId, cancellation);

    private async Task<IActionResult> FormAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Release is null ? NotFound() : Page();
    }
}
