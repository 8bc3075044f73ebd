using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Documents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>The short check of what came on paper or was signed for somebody else: accept or refuse.</summary>
public sealed class CheckModel(CasePageContext context, ReleaseCheckQuery query) : CasePageModel(context)
{
    /// <summary>A witness as it stands on the paper.</summary>
    public sealed class Witness
    {
        /// <summary>Name.</summary>
        public string? Name { get; set; }

        /// <summary>Address.</summary>
        public string? Address { get; set; }
    }

    /// <summary>The release, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid ReleaseId { get; set; }

    /// <summary>The version the form was made from.</summary>
    [BindProperty]
    public int ReleaseVersion { get; set; }

    /// <summary>The points that hold.</summary>
    [BindProperty]
    public List<CheckPoint> Checked { get; set; } = [];

    /// <summary>The day on the paper.</summary>
    [BindProperty]
    public DateParts SignedOn { get; set; } = new();

    /// <summary>Which of the possible papers it is.</summary>
    [BindProperty]
    public string? Paper { get; set; }

    /// <summary>Files that came in since and are further pages of the paper.</summary>
    [BindProperty]
    public List<Guid> FurtherPages { get; set; } = [];

    /// <summary>Whether an identity document was seen.</summary>
    [BindProperty]
    public bool IdentitySeen { get; set; }

    /// <summary>The witnesses of a mark.</summary>
    [BindProperty]
    public List<Witness> Witnesses { get; set; } = [];

    /// <summary>Why it is refused.</summary>
    [BindProperty]
    public RefusalReason? Reason { get; set; }

    internal ReleaseToReview? Review { get; private set; }

    internal static IEnumerable<SelectListItem> Reasons => Enum.GetValues<RefusalReason>().Select(r => new SelectListItem(SignerText.Describe(r), r.ToString()));

    internal IEnumerable<SelectListItem> PaperChoices => Review!.Papers.Select(p => new SelectListItem(Text[p.Label.Sentence, p.Label.Arguments], p.Key));

    internal IEnumerable<SelectListItem> Points => Review!.Points.Select(p => new SelectListItem(ReleaseChecklist.WordsOf(p), p.ToString()));

    internal IEnumerable<SelectListItem> PageChoices => Review!.FurtherPages.Select(d => new SelectListItem(d.FileName, d.Id.ToString()));

    /// <inheritdoc />
    protected override Permission Needed => Permission.CheckReleases;

    /// <summary>What a file is, in English.</summary>
    internal string LabelOf(Document document) =>
        document.Id == Review!.Release.PaperDocumentId ? "Signed form"
        : document.Id == Review.Release.ProofDocumentId ? "Signer's proof of authority"
        : "Received later";

    /// <summary>Shows it; one that no longer waits leads back.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Review is null)
            return NotFound();
        // Pages photographed one by one are what usually comes after the first.
        FurtherPages = [.. Review.FurtherPages.Where(d => d.PaperOfReleaseId == ReleaseId).Select(d => d.Id)];
        return Review.Release.Status == ReleaseStatus.Checking ? Page() : Redirect(Urls.Releases());
    }

    /// <summary>Accepts it. What is missing is said all at once.</summary>
    public async Task<IActionResult> OnPostAcceptAsync([FromServices] AcceptRelease accept, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Review is not { Release: var release, Papers: var papers })
            return NotFound();
        var open = string.Join(", ", Review.Points.Except(Checked).Select(p => $"“{Text[ReleaseChecklist.WordsOf(p)]}”"));
        var check = Check.That(open.Length == 0, nameof(Checked), "Some items aren't checked. Check {0}, or reject the release.", open);
        DateOnly? day = release.Signature is null ? check.RequiredDay(nameof(SignedOn), SignedOn, "Enter the date written on the form. It can't be in the future.") : null;
        check.That(papers.Count < 2 || papers.Any(p => p.Key == Paper), nameof(Paper), "Choose which form was signed.");
        // When somebody was faster, the operation says so.
        if (!check.Passed && release.Status == ReleaseStatus.Checking && release.Version == ReleaseVersion)
            return Page();
        var command = new AcceptRelease.Command(ReleaseId, ReleaseVersion, day, Checked)
        {
            IdentitySeen = IdentitySeen,
            Paper = Paper ?? (papers.Count == 1 ? papers[0].Key : null),
            FurtherPages = [.. Review.FurtherPages.Select(d => d.Id).Where(FurtherPages.Contains)],
            Witnesses = [.. Witnesses.Select(w => new MarkWitness(w.Name ?? "", w.Address ?? ""))],
        };
        return await FinishAsync(await accept.ExecuteAsync(command, Actor, cancellation), "Release accepted and sealed.", nameof(SignedOn), cancellation, Urls.Releases());
    }

    /// <summary>Refuses it.</summary>
    public async Task<IActionResult> OnPostRefuseAsync([FromServices] RefuseRelease refuse, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Review is null)
            return NotFound();
        if (Reason is { } reason)
            return await FinishAsync(
                await refuse.ExecuteAsync(new(ReleaseId, ReleaseVersion, reason), Actor, cancellation), "Release rejected. We'll tell the signer why.", nameof(Reason), cancellation, Urls.Releases());
        Check.Problem(nameof(Reason), "Choose what we'll tell the signer.");
        return Review.Release.Version == ReleaseVersion ? Page() : await FinishAsync(new Outcome.Stale(), "", "", cancellation);
    }

    /// <summary>Hands a file over, never to be run by the browser.</summary>
    public async Task<IActionResult> OnPostDocumentAsync([FromServices] OpenDocument open, Guid document, CancellationToken cancellation) =>
        await open.ExecuteAsync(Head.Case.Id, document, Actor, cancellation) is OpenDocument.Opened opened ? File(opened.Content, opened.ContentType, opened.FileName) : NotFound();

    /// <summary>Hands the sealed PDF over.</summary>
    public async Task<IActionResult> OnPostSealedAsync([FromServices] OpenRelease open, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Review is not null && await open.ExecuteAsync(ReleaseId, Actor, cancellation) is OpenRelease.Opened opened ? File(opened.Content, "application/pdf", opened.FileName) : NotFound();
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Review = await query.ReadAsync(Head.Case.Id, ReleaseId, cancellation);
        if (Review is not null)
            Witnesses = [.. Enumerable.Range(0, Review.Agency.Rules.MarkWitnesses).Select(i => i < Witnesses.Count ? Witnesses[i] : new())];
    }
}
