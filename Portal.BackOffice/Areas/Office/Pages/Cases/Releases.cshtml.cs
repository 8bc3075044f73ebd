using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>The releases of a case: what each agency still misses, who must act, and everything staff can do about it.</summary>
public sealed class ReleasesModel(
    CaseDesk desk, AskForRelease ask, CancelReleaseRequest drop, PrintRelease print, OpenRelease open, RecordException record, EndException end, PortalDb db) : CasePageModel(desk)
{
    /// <summary>The agency to ask for.</summary>
    [BindProperty]
    public string? Agency { get; set; }

    internal CasePage Sheet { get; private set; } = null!;

    internal IEnumerable<SelectListItem> Others { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Asks for a release.</summary>
    public async Task<IActionResult> OnPostAskAsync(Guid? party, CancellationToken cancellation) => await HereAsync(
        await ask.ExecuteAsync(new(Head.Case.Id, CaseVersion, Agency ?? "") { PartyId = party }, Actor, cancellation), "Privacy release requested from the person.", cancellation);

    /// <summary>No longer asks for one.</summary>
    public async Task<IActionResult> OnPostDropAsync(Guid release, CancellationToken cancellation) =>
        await HereAsync(await drop.ExecuteAsync(Head.Case.Id, release, Actor, cancellation), "Release request canceled.", cancellation);

    /// <summary>Records an exception.</summary>
    public async Task<IActionResult> OnPostExceptionAsync(bool confirmed, CancellationToken cancellation) =>
        await HereAsync(await record.ExecuteAsync(new(Head.Case.Id, CaseVersion, Agency ?? "", confirmed), Actor, cancellation), "Exception recorded.", cancellation);

    /// <summary>Takes an exception back.</summary>
    public async Task<IActionResult> OnPostEndExceptionAsync(Guid exception, CancellationToken cancellation) =>
        await HereAsync(await end.ExecuteAsync(new(Head.Case.Id, exception), Actor, cancellation), "The exception no longer applies.", cancellation);

    /// <summary>Hands the filled form over, to be sent by mail.</summary>
    public async Task<IActionResult> OnPostPrintAsync(Guid release, CancellationToken cancellation)
    {
        if (!await IsOwnAsync(release, cancellation))
            return NotFound();
        return await print.ExecuteAsync(release, true, Actor, cancellation) is PrintRelease.Printed printed
            ? File(printed.Content, "application/pdf", $"release-to-sign-{Head.Case.Reference}.pdf")
            : await HereAsync(new Domain.Platform.Outcome.Refused("This release no longer needs a signature."), "", cancellation);
    }

    /// <summary>Hands the sealed release over.</summary>
    public async Task<IActionResult> OnPostSealedAsync(Guid release, CancellationToken cancellation)
    {
        if (!await IsOwnAsync(release, cancellation))
            return NotFound();
        return await open.ExecuteAsync(release, Actor, cancellation) switch
        {
            OpenRelease.Opened opened => File(opened.Content, "application/pdf", opened.FileName),
            var refused => await HereAsync(refused, "", cancellation),
        };
    }

    internal string Here(string handler) => PostTo("releases", handler);

    internal bool CanAskAgain(CasePageAgency standing, PrivacyRelease release) =>
        Actor.May(Permission.MessageConstituents)
        && release == standing.Releases.Where(r => r.PartyId == release.PartyId && r.Status != ReleaseStatus.Dropped).MaxBy(r => r.RequestedAt)
        && release.Status is not (ReleaseStatus.Requested or ReleaseStatus.Checking);

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Sheet = await Desk.PageAsync(Head, cancellation);
        var known = Sheet.Agencies.Select(s => s.Agency.Code).ToHashSet();
        Others = [.. (await db.Set<Agency>().AsNoTracking().Where(a => a.Rules.Signature != SignatureClass.None).ToListAsync(cancellation))
            .Where(a => !known.Contains(a.Code)).OrderBy(a => a.ShortNameIn(Desk.Text.Language), StringComparer.CurrentCulture)
            .Select(a => new SelectListItem(a.ShortNameIn(Desk.Text.Language), a.Code))];
    }

    private Task<IActionResult> HereAsync(Domain.Platform.Outcome outcome, string notice, CancellationToken cancellation) => FinishAsync(outcome, notice, "", cancellation, "releases");

    // Somebody else's release is not opened by way of this case.
    private Task<bool> IsOwnAsync(Guid release, CancellationToken cancellation) => db.Set<PrivacyRelease>().AnyAsync(r => r.Id == release && r.CaseId == Head.Case.Id, cancellation);
}
