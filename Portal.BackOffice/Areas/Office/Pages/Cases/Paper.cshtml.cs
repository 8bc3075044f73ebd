using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Takes a release that was signed at the counter or came by mail.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class PaperModel(CaseDesk desk, ReceivePaper receive, PortalDb db) : CasePageModel(desk)
{
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>The release, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid ReleaseId { get; set; }

    /// <summary>The scan.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Where the paper is kept.</summary>
    [BindProperty]
    public string? KeptAt { get; set; }

    internal PrivacyRelease? Release { get; private set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.CheckReleases;

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => FormAsync(cancellation);

    /// <summary>Takes the paper.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Release is null)
            return NotFound();
        await using var content = Upload?.OpenReadStream();
        var outcome = await receive.ExecuteAsync(new(ReleaseId, Upload?.FileName ?? "", content) { KeptAt = KeptAt }, Actor, cancellation);
        return await FinishAsync(outcome, "Form added to the case. Review it now.", nameof(Upload), cancellation, $"releases/{ReleaseId}");
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == ReleaseId && r.CaseId == Head.Case.Id, cancellation);

    private async Task<IActionResult> FormAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Release is null ? NotFound() : Page();
    }
}
