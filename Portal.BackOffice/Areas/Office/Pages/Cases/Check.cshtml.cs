using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Documents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Review of a release that came in on paper or was signed for someone else: accept or reject.</summary>
public sealed class CheckModel(CasePageContext context, ReleaseCheckQuery query) : CasePageModel(context)
{
    /// <summary>A witness, as written on the form.</summary>
    public sealed class Witness
    {
        /// <summary>Full name.</summary>
        public string? Name { get; set; }

        /// <summary>Postal address.</summary>
        public string? Address { get; set; }
    }

    /// <summary>Release ID from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid ReleaseId { get; set; }

    /// <summary>Version the form was loaded from.</summary>
    [BindProperty]
    public int ReleaseVersion { get; set; }

    /// <summary>Items the reviewer confirmed.</summary>
    [BindProperty]
    public List<CheckPoint> Checked { get; set; } = [];

    /// <summary>Date written on the form.</summary>
    [BindProperty]
    public DateParts SignedOn { get; set; } = new();

    /// <summary>Which of the scanned documents is the form.</summary>
    [BindProperty]
    public string? Paper { get; set; }

    /// <summary>Files received since then that are additional pages of the form.</summary>
    [BindProperty]
    public List<Guid> FurtherPages { get; set; } = [];

    /// <summary>Whether the reviewer saw an identity document.</summary>
    [BindProperty]
    public bool IdentitySeen { get; set; }

    /// <summary>Witnesses for a signature by mark.</summary>
    [BindProperty]
    public List<Witness> Witnesses { get; set; } = [];

    /// <summary>Why the release is rejected.</summary>
    [BindProperty]
    public RefusalReason? Reason { get; set; }

    internal ReleaseToReview? Review { get; private set; }

    internal static IEnumerable<SelectListItem> Reasons =>
        Enum.GetValues<RefusalReason>().Select(r => new SelectListItem(SignerText.Describe(r), r.ToString()));

    internal IEnumerable<SelectListItem> PaperChoices => Review!.Papers.Select(p => new SelectListItem(Text[p.Label.Sentence, p.Label.Arguments], p.Key));

    internal IEnumerable<SelectListItem> Points => Review!.Points.Select(p => new SelectListItem(ReleaseChecklist.WordsOf(p), p.ToString()));

    internal IEnumerable<SelectListItem> PageChoices => Review!.FurtherPages.Select(d => new SelectListItem(d.FileName, d.Id.ToString()));

    /// <inheritdoc />
    protected override Permission Needed => Permission.CheckReleases;

    /// <summary>Document type, in English.</summary>
    internal string LabelOf(Document document) =>
        document.Id == Review!.Release.PaperDocumentId ? "Signed form"
        : document.Id == Review.Release.ProofDocumentId ? "Signer's proof of authority"
        : "Received later";

    /// <summary>Shows the review; goes back to the case if there's nothing left to review.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Review is null)
            return NotFound();
        // People often photograph pages one at a time, so later files are usually further pages.
        FurtherPages = [.. Review.FurtherPages.Where(d => d.PaperOfReleaseId == ReleaseId).Select(d => d.Id)];
        return Review.Release.Status == ReleaseStatus.Checking ? Page() : Redirect(Urls.Releases());
    }

    /// <summary>Accepts the release. Reports everything that's missing at once.</summary>
    public async Task<IActionResult> OnPostAcceptAsync([FromServices] AcceptRelease accept, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Review is not { Release: var release, Papers: var papers })
            return NotFound();
        var open = string.Join(", ", Review.Points.Except(Checked).Select(p => $"“{Text[ReleaseChecklist.WordsOf(p)]}”"));
        var check = Check.That(open.Length == 0, nameof(Checked), "Check {0}, or reject the release.", open);
        DateOnly? day = release.Signature is null
            ? check.RequiredDay(nameof(SignedOn), SignedOn, "Enter the date written on the form. It can't be in the future.")
            : null;
        check.That(papers.Count < 2 || papers.Any(p => p.Key == Paper), nameof(Paper), "Choose which form was signed.");
        // If someone else saved first, the operation reports it.
        if (!check.Passed && release.Status == ReleaseStatus.Checking && release.Version == ReleaseVersion)
            return Page();
        var command = new AcceptRelease.Command(ReleaseId, ReleaseVersion, day, Checked)
        {
            IdentitySeen = IdentitySeen,
            Paper = Paper ?? (papers.Count == 1 ? papers[0].Key : null),
            FurtherPages = [.. Review.FurtherPages.Select(d => d.Id).Where(FurtherPages.Contains)],
            Witnesses = [.. Witnesses.Select(w => new MarkWitness(w.Name ?? "", w.Address ?? ""))],
        };
        return await FinishAsync(
            await accept.ExecuteAsync(command, Actor, cancellation), "Release accepted and sealed.", nameof(SignedOn), cancellation, Urls.Releases());
    }

    /// <summary>Rejects the release.</summary>
    public async Task<IActionResult> OnPostRefuseAsync([FromServices] RefuseRelease refuse, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Review is null)
            return NotFound();
        if (Reason is { } reason)
            return await FinishAsync(
                await refuse.ExecuteAsync(new(ReleaseId, ReleaseVersion, reason), Actor, cancellation),
                "Release rejected. We'll tell the signer why.", nameof(Reason), cancellation, Urls.Releases());
        Check.Problem(nameof(Reason), "Choose what we'll tell the signer.");
        return Review.Release.Version == ReleaseVersion ? Page() : await FinishAsync(new Outcome.Stale(), "", "", cancellation);
    }

    /// <summary>Downloads a document. The browser must never run it.</summary>
    public async Task<IActionResult> OnPostDocumentAsync([FromServices] OpenDocument open, Guid document, CancellationToken cancellation) =>
        await open.ExecuteAsync(Head.Case.Id, document, Actor, cancellation) is OpenDocument.Opened opened
            ? File(opened.Content, opened.ContentType, opened.FileName)
            : NotFound();

    /// <summary>Downloads the sealed PDF.</summary>
    public async Task<IActionResult> OnPostSealedAsync([FromServices] OpenRelease open, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Review is not null && await open.ExecuteAsync(ReleaseId, Actor, cancellation) is OpenRelease.Opened opened
            ? File(opened.Content, "application/pdf", opened.FileName)
            : NotFound();
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Review = await query.ReadAsync(Head.Case.Id, ReleaseId, cancellation);
        if (Review is not null)
            Witnesses = [.. Enumerable.Range(0, Review.Agency.Rules.MarkWitnesses).Select(i => i < Witnesses.Count ? Witnesses[i] : new())];
    }
}
