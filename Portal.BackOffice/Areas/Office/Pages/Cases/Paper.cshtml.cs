using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Uploads a release that was signed in person or came by mail.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class PaperModel(CasePageContext context, ReceivePaper receive, CaseReleases releases) : CasePageModel(context)
{
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>Release ID from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid ReleaseId { get; set; }

    /// <summary>The scan.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

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
        await using var content = Upload?.OpenReadStream();
        var outcome = await receive.ExecuteAsync(new(ReleaseId, Upload?.FileName ?? "", content) { KeptAt = KeptAt }, Actor, cancellation);
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
