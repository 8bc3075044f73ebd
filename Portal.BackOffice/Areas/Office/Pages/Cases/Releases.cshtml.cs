using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Domain.Agencies;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>The releases of a case: what each agency still needs, who must act, and what staff can do.</summary>
public sealed class ReleasesModel(CasePageContext context, AgencyDirectory agencies, CaseReleases releases) : CasePageModel(context)
{
    /// <summary>Agency code for the request.</summary>
    [BindProperty]
    public string? Agency { get; set; }

    internal CasePage Sheet { get; private set; } = null!;

    internal IEnumerable<SelectListItem> Others { get; private set; } = [];

    /// <summary>Shows the releases.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Requests a release.</summary>
    public async Task<IActionResult> OnPostAskAsync([FromServices] AskForRelease ask, Guid? party, CancellationToken cancellation) => await FinishHereAsync(
        await ask.ExecuteAsync(new(Head.Case.Id, CaseVersion, Agency ?? "") { PartyId = party }, Actor, cancellation),
        "Privacy release requested from the person.", cancellation);

    /// <summary>Cancels a release request.</summary>
    public async Task<IActionResult> OnPostDropAsync([FromServices] CancelReleaseRequest cancel, Guid release, CancellationToken cancellation) =>
        await FinishHereAsync(await cancel.ExecuteAsync(Head.Case.Id, release, Actor, cancellation), "Release request canceled.", cancellation);

    /// <summary>Records an exception.</summary>
    public async Task<IActionResult> OnPostExceptionAsync([FromServices] RecordException record, bool confirmed, CancellationToken cancellation) =>
        await FinishHereAsync(
            await record.ExecuteAsync(new(Head.Case.Id, CaseVersion, Agency ?? "", confirmed), Actor, cancellation),
            "Exception recorded.", cancellation);

    /// <summary>Cancels an exception.</summary>
    public async Task<IActionResult> OnPostEndExceptionAsync([FromServices] EndException end, Guid exception, CancellationToken cancellation) =>
        await FinishHereAsync(await end.ExecuteAsync(new(Head.Case.Id, exception), Actor, cancellation), "The exception no longer applies.", cancellation);

    /// <summary>Downloads the filled-in form so staff can mail it.</summary>
    public Task<IActionResult> OnPostPrintAsync([FromServices] PrintRelease print, Guid release, CancellationToken cancellation) =>
        PrintAsync(release, "release-to-sign", () => print.ExecuteAsync(release, true, Actor, cancellation), cancellation);

    /// <summary>Downloads the instructions and the translation that go with the form.</summary>
    public Task<IActionResult> OnPostPrintToKeepAsync([FromServices] PrintRelease print, Guid release, CancellationToken cancellation) =>
        PrintAsync(release, "instructions", () => print.PrintToKeepAsync(release, Actor, cancellation), cancellation);

    private async Task<IActionResult> PrintAsync(Guid release, string name, Func<Task<Outcome>> printing, CancellationToken cancellation)
    {
        if (!await releases.HasAsync(Head.Case.Id, release, cancellation))
            return NotFound();
        return await printing() is PrintRelease.Printed printed
            ? File(printed.Content, "application/pdf", $"{name}-{Head.Case.Reference}.pdf")
            : await FinishHereAsync(new Outcome.Refused("This release no longer needs a signature."), "", cancellation);
    }

    /// <summary>Downloads the sealed release.</summary>
    public async Task<IActionResult> OnPostSealedAsync([FromServices] OpenRelease open, Guid release, CancellationToken cancellation)
    {
        if (!await releases.HasAsync(Head.Case.Id, release, cancellation))
            return NotFound();
        return await open.ExecuteAsync(release, Actor, cancellation) switch
        {
            OpenRelease.Opened opened => File(opened.Content, "application/pdf", opened.FileName),
            var refused => await FinishHereAsync(refused, "", cancellation),
        };
    }

    internal bool CanAskAgain(CasePageAgency standing, PrivacyRelease release) =>
        Actor.May(Permission.MessageConstituents)
        && release == standing.Releases.Where(r => r.PartyId == release.PartyId && r.Status != ReleaseStatus.Dropped).MaxBy(r => r.RequestedAt)
        && release.Status is not (ReleaseStatus.Requested or ReleaseStatus.Checking);

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Sheet = await ReadCaseAsync(cancellation);
        var known = Sheet.Agencies.Select(s => s.Agency.Code).ToHashSet();
        Others = AgencyChoices.From((await agencies.WithReleasesAsync(Text.Language, cancellation)).Where(a => !known.Contains(a.Code)), Text.Language);
    }

    private Task<IActionResult> FinishHereAsync(Outcome outcome, string notice, CancellationToken cancellation) =>
        FinishAsync(outcome, notice, "", cancellation, Urls.Releases());
}
