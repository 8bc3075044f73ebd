using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Documents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>The short check of what came on paper or was signed for somebody else: accept or refuse.</summary>
public sealed class CheckModel(
    CaseDesk desk, AcceptRelease accept, RefuseRelease refuse, OpenDocument openDocument, OpenRelease openRelease, SignedPapers signedPapers, Vault vault, PortalDb db) : CasePageModel(desk)
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
    public DateOnly? SignedOn { get; set; }

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

    internal PrivacyRelease? Release { get; private set; }

    internal ReleaseDetails Details { get; private set; } = new();

    internal IReadOnlyList<CheckPoint> Points { get; private set; } = [];

    internal IReadOnlyList<SignedPaper> Papers { get; private set; } = [];

    internal IReadOnlyList<(string Label, Document Document)> Files { get; private set; } = [];

    // Only beside a first page that is a file, and only what can be opened.
    internal IEnumerable<Document> Further => Release is { Signature: null, PaperDocumentId: not null }
        ? Files.Select(f => f.Document).Where(d => d.CanOpen && d.Id != Release.PaperDocumentId && d.Id != Release.ProofDocumentId) : [];

    internal string? NameDifference { get; private set; }

    internal static IEnumerable<SelectListItem> Reasons => Enum.GetValues<RefusalReason>().Select(r => new SelectListItem(SignerText.Describe(r), r.ToString()));

    /// <inheritdoc />
    protected override Permission Needed => Permission.CheckReleases;

    internal string Here(string handler) => PostTo($"releases/{ReleaseId}", handler);

    /// <summary>Shows it; one that no longer waits leads back.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        // Pages photographed one by one are what usually comes after the first.
        FurtherPages = [.. Further.Where(d => d.PaperOfReleaseId == ReleaseId).Select(d => d.Id)];
        return Release is null ? NotFound() : Release.Status == ReleaseStatus.Checking ? Page() : Redirect(CaseUrl("releases"));
    }

    internal IEnumerable<SelectListItem> PaperChoices => Papers.Select(p => new SelectListItem(Desk.Text[p.Label.Sentence, p.Label.Arguments], p.Key));

    internal IEnumerable<SelectListItem> Choices => Points.Select(p => new SelectListItem(ReleaseChecklist.WordsOf(p), p.ToString()));

    /// <summary>Accepts it. What is missing is said all at once.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Release is null)
            return NotFound();
        if (Points.Except(Checked).ToList() is { Count: > 0 } open)
            ModelState.AddModelError(nameof(Checked), Desk.Text["Some items aren't checked. Check {0}, or reject the release.", string.Join(", ", open.Select(p => $"“{Desk.Text[ReleaseChecklist.WordsOf(p)]}”"))]);
        if (Release.Signature is null && SignedOn is null)
            ModelState.AddModelError(nameof(SignedOn), Desk.Text["Enter the date written on the form. It can't be in the future."]);
        if (Papers.Count > 1 && Papers.All(p => p.Key != Paper))
            ModelState.AddModelError(nameof(Paper), Desk.Text["Choose which form was signed."]);
        // When somebody was faster, the operation says so.
        return ModelState.IsValid || Release.Status != ReleaseStatus.Checking || Release.Version != ReleaseVersion ? await AcceptAsync(cancellation) : Page();
    }

    private async Task<IActionResult> AcceptAsync(CancellationToken cancellation) => await DecideAsync(() => accept.ExecuteAsync(new(ReleaseId, ReleaseVersion, SignedOn, Checked)
    {
        IdentitySeen = IdentitySeen,
        Paper = Paper ?? (Papers.Count == 1 ? Papers[0].Key : null),
        FurtherPages = [.. Further.Select(d => d.Id).Where(FurtherPages.Contains)],
        Witnesses = [.. Witnesses.Select(w => new MarkWitness(w.Name ?? "", w.Address ?? ""))],
    }, Actor, cancellation), "Release accepted and sealed.", nameof(SignedOn), cancellation);

    /// <summary>Refuses it.</summary>
    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellation)
    {
        if (Reason is { } reason)
            return await DecideAsync(() => refuse.ExecuteAsync(new(ReleaseId, ReleaseVersion, reason), Actor, cancellation), "Release rejected. We'll tell the signer why.", nameof(Reason), cancellation);
        ModelState.AddModelError(nameof(Reason), Desk.Text["Choose what we'll tell the signer."]);
        await PrepareAsync(cancellation);
        return Release is null ? NotFound() : Release.Version == ReleaseVersion ? Page() : await FinishAsync(new Outcome.Stale(), "", "", cancellation);
    }

    /// <summary>Hands a file over, never to be run by the browser.</summary>
    public async Task<IActionResult> OnPostDocumentAsync(Guid document, CancellationToken cancellation) =>
        await openDocument.ExecuteAsync(Head.Case.Id, document, Actor, cancellation) is OpenDocument.Opened opened ? File(opened.Content, opened.ContentType, opened.FileName) : NotFound();

    /// <summary>Hands the sealed PDF over.</summary>
    public async Task<IActionResult> OnPostSealedAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Release is not null && await openRelease.ExecuteAsync(ReleaseId, Actor, cancellation) is OpenRelease.Opened opened ? File(opened.Content, "application/pdf", opened.FileName) : NotFound();
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == ReleaseId && r.CaseId == Head.Case.Id, cancellation);
        if (Release is null)
            return;
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == Release.AgencyCode, cancellation);
        var cipher = await vault.OpenAsync(Head.Case.Id, cancellation);
        Details = ReleaseJson.Details(cipher, Release);
        Points = [.. ReleaseChecklist.For(Release, Details, agency)];
        NameDifference = Release.Signature is { } signature ? ReleaseJson.Ceremony(cipher, signature).NameDifference : null;
        Papers = Release.Signature is null ? await signedPapers.OfAsync(Release, Details, agency, cancellation) : [];
        Witnesses = [.. Enumerable.Range(0, agency.Rules.MarkWitnesses).Select(i => i < Witnesses.Count ? Witnesses[i] : new())];
        var files = await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == Head.Case.Id && (d.Id == Release.PaperDocumentId || d.Id == Release.ProofDocumentId || (Release.Signature == null && d.UploadedAt >= Release.PaperReceivedAt))).ToListAsync(cancellation);
        Files = [.. files.OrderBy(d => d.Id).Select(d => (d.Id == Release.PaperDocumentId ? "Signed form" : d.Id == Release.ProofDocumentId ? "Signer's proof of authority" : "Received later", d))];
    }

    private async Task<IActionResult> DecideAsync(Func<Task<Outcome>> decide, string notice, string field, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Release is null ? NotFound() : await FinishAsync(await decide(), notice, field, cancellation, "releases");
    }
}
