using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Release;

/// <summary>Who signs, in which capacity, and with what proof; also by mark or with an interpreter.</summary>
[EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(MostBytes)]
public sealed class SignerModel(SigningRoom room, SigningPageQuery pages, SaveReleaseDetails save, AddProof prove, Translator text) : PageModel
{
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>The signer's choices.</summary>
    public sealed class Typed
    {
        /// <summary>The subject's role.</summary>
        public PartyRole Role { get; set; }

        /// <summary>The signer's capacity.</summary>
        public SignerCapacity Capacity { get; set; }

        /// <summary>The signer's name.</summary>
        public string? SignerName { get; set; }

        /// <summary>Whether medical records are included.</summary>
        public bool MedicalRecords { get; set; }

        /// <summary>Types of records that need their own consent.</summary>
        public List<string> SensitiveRecords { get; set; } = [];

        /// <summary>Whether tax information is included.</summary>
        public bool TaxRecords { get; set; }

        /// <summary>Whether it's signed by mark.</summary>
        public bool ByMark { get; set; }

        /// <summary>The language an interpreter reads the release in.</summary>
        public string? InterpreterLanguage { get; set; }
    }

    private ReleaseDetails _known = new();

    /// <summary>Token from the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>The signer's choices.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The uploaded proof.</summary>
    [BindProperty]
    public List<IFormFile> Proof { get; set; } = [];

    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>Why the person named in the release can't sign; null if they can.</summary>
    public CannotSign? CannotSign { get; private set; }

    /// <summary>The person named in the release.</summary>
    public string SubjectName { get; private set; } = "";

    /// <summary>The current step.</summary>
    public Steps Steps => SigningSteps.At(2, Agency.TakesElectronic);

    /// <summary>Roles to choose from; empty if only one person is involved.</summary>
    public IEnumerable<SelectListItem> Roles { get; private set; } = [];

    /// <summary>Capacities that the agency accepts.</summary>
    public IEnumerable<SelectListItem> Capacities => SignerRules.CapacitiesFor(Agency, CannotSign)
        .Select(c => new Choice(c.ToString(), SignerText.Describe(c), c == SignerCapacity.Self ? null : SignerText.ProofOf(c)));

    /// <summary>Types of records that need their own consent.</summary>
    public IReadOnlyList<string> Sensitive => Agency.Rules.SensitiveRecords;

    /// <summary>Whether this agency has a separate rule for tax information.</summary>
    public bool AsksTax => Agency.Rules.MaxAgeForTaxOnly;

    // Tax information may need a signature in ink where other records don't.
    private bool SignsOnline(OpenedRelease opened) =>
        Agency.For(opened.Release.Matter with { CoversTax = AsksTax && Input.TaxRecords }).TakesElectronic;

    /// <summary>The proof we already have; null if none.</summary>
    public string? ProofName { get; private set; }

    /// <summary>Shows the choices.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is null)
            return LocalRedirect(Links.Release.Open(Token));
        Input = new()
        {
            Role = _known.Role,
            Capacity = _known.Capacity,
            SignerName = _known.SignerName,
            MedicalRecords = _known.MedicalRecords,
            SensitiveRecords = [.. _known.SensitiveRecords],
            TaxRecords = _known.TaxRecords,
            ByMark = _known.ByMark,
            InterpreterLanguage = _known.InterpreterLanguage,
        };
        return Page();
    }

    /// <summary>Saves the choices and continues to the document.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } opened)
            return LocalRedirect(Links.Release.Open(Token));
        var forOther = Input.Capacity != SignerCapacity.Self;
        var check = new FormCheck(this, text)
            .AtMost("Input.SignerName", Input.SignerName, 256)
            .AtMost("Input.InterpreterLanguage", Input.InterpreterLanguage, 40)
            .That(!Roles.Any() || Roles.Any(r => r.Value == Input.Role.ToString()), "Input.Role", "Choose the role of the person named in the release.")
            .That(!forOther || !string.IsNullOrWhiteSpace(Input.SignerName), "Input.SignerName", "Enter your own full name.");
        if (Proof.Count > 0 && await KeepProofAsync(opened, cancellation) is { } problem)
            check.Refusal(problem, nameof(Proof));
        if (!check.That(!forOther || ProofName is not null || Proof.Count > 0, nameof(Proof), "Upload proof that you can sign for this person.").Passed)
            return Page();
        var outcome = await save.ExecuteAsync(new(opened.Release.Id, Chosen()), opened.Access!.Actor, cancellation);
        if (outcome.Succeeded)
            return LocalRedirect(PageForms.Leaving(this) ?? (SignsOnline(opened) ? Links.Release.Read(Token) : Links.Release.Paper(Token)));
        check.Refusal(outcome, SignerRules.IsMinorMedical(Agency, Input.Capacity, Input.MedicalRecords) ? "Input.MedicalRecords" : "Input.Capacity");
        return Page();
    }

    private ReleaseDetails Chosen() => _known with
    {
        Role = Roles.Any() ? Input.Role : _known.Role,
        Capacity = Input.Capacity,
        SignerName = Input.SignerName,
        MedicalRecords = Input.MedicalRecords,
        SensitiveRecords = [.. Sensitive.Where(Input.SensitiveRecords.Contains)],
        TaxRecords = AsksTax ? Input.TaxRecords : _known.TaxRecords,
        ByMark = Input.ByMark,
        InterpreterLanguage = string.IsNullOrWhiteSpace(Input.InterpreterLanguage) ? null : Input.InterpreterLanguage.Trim(),
    };

    private async Task<Outcome?> KeepProofAsync(OpenedRelease opened, CancellationToken cancellation)
    {
        await using var files = ChosenFiles.Open(Proof);
        var outcome = await prove.ExecuteAsync(
            new(opened.Release.Id, files.First.Name, files.First.Content) { Further = files.Further }, opened.Access!.Actor, cancellation);
        ProofName = outcome.Succeeded ? files.First.Name : ProofName;
        return outcome.Succeeded ? null : outcome;
    }

    private async Task<OpenedRelease?> LoadAsync(CancellationToken cancellation)
    {
        if (await room.FindAsync(Token, cancellation) is not { IsSigner: true, IsWaiting: true } opened)
            return null;
        (_known, Agency) = (await pages.DetailsAsync(opened.Release, cancellation), opened.Agency);
        (CannotSign, SubjectName) = (opened.Release.CannotSign, opened.Release.SubjectName);
        Roles = [.. (await pages.RolesAsync(opened.Case, opened.Agency, cancellation)).Select(r => new Choice(r.ToString(), SignerText.Describe(r)))];
        ProofName = await pages.ProofNameAsync(opened.Release, cancellation);
        return opened;
    }
}
