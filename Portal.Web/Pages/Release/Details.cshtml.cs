using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Pages.Request;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Release;

/// <summary>
/// What goes into the document, for the signer to confirm or correct. Asks for identity numbers only if the agency
/// needs them.
/// </summary>
public sealed class DetailsModel(SigningRoom room, SigningPageQuery pages, SaveReleaseDetails save, Translator text) : PageModel
{
    /// <summary>The signer's input.</summary>
    public sealed class Typed
    {
        /// <summary>The legal name.</summary>
        public string? LegalName { get; set; }

        /// <summary>Other names.</summary>
        public string? OtherNames { get; set; }

        /// <summary>Date of birth.</summary>
        public DateParts BornOn { get; set; } = new();

        /// <summary>Place of birth.</summary>
        public string? BirthPlace { get; set; }

        /// <summary>Address.</summary>
        public string? Address { get; set; }

        /// <summary>Which records.</summary>
        public string? Records { get; set; }

        /// <summary>Another person we may talk with.</summary>
        public string? MayTalkWith { get; set; }

        /// <summary>Whether it's signed abroad.</summary>
        public bool OutsideUnitedStates { get; set; }
    }

    /// <summary>Most characters in the description of the records.</summary>
    public const int LongestRecords = 2000;

    private ReleaseDetails _known = new();

    /// <summary>Why the last attempt was rejected; null if there was none.</summary>
    public RefusalReason? Refusal { get; private set; }

    /// <summary>The current step.</summary>
    public Steps Steps { get; private set; } = SigningSteps.At(1, electronic: true);

    /// <summary>Hint about how specific the records must be; null if the agency doesn't care.</summary>
    public string? RecordsHint { get; private set; }

    /// <summary>The signer's input.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The identity numbers, as typed.</summary>
    [BindProperty]
    public List<QuestionsModel.Answer> Numbers { get; set; } = [];

    /// <summary>The numbers this agency needs.</summary>
    public IReadOnlyList<string> Wanted { get; private set; } = [];

    /// <summary>The agency's name.</summary>
    public string AgencyName { get; private set; } = "";

    /// <summary>Whether this agency allows naming another person.</summary>
    public bool MayNameOther { get; private set; }

    /// <summary>The last characters of a number that is already stored.</summary>
    public string? HintOf(string name) => _known.Identifiers.TryGetValue(name, out var kept) && kept.Length > 0
        ? text["We have {0}. Leave this blank to keep it.", Identifiers.Mask(kept)]
        : text["The agency needs it to find your record."];

    /// <summary>Shows the details.</summary>
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        if (await LoadAsync(token, cancellation) is null)
            return LocalRedirect(Links.Release.Open(token));
        Input = new()
        {
            LegalName = _known.LegalName,
            OtherNames = _known.OtherNames,
            BornOn = DateParts.From(_known.BornOn),
            BirthPlace = _known.BirthPlace,
            Address = _known.Address,
            Records = _known.Records,
            MayTalkWith = _known.MayTalkWith,
            OutsideUnitedStates = _known.OutsideUnitedStates,
        };
        Numbers = [.. Wanted.Select(w => new QuestionsModel.Answer { Id = w })];
        return Page();
    }

    /// <summary>Saves the details and continues to the document.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        if (await LoadAsync(token, cancellation) is not { } opened)
            return LocalRedirect(Links.Release.Open(token));
        var check = new FormCheck(this, text);
        var born = check.RequiredDay("Input.BornOn", Input.BornOn, "Enter the date as month, day, and year, such as 4 28 1956.");
        var numbers = Wanted.ToDictionary(
            w => w,
            w => Numbers.FirstOrDefault(n => n.Id == w)?.Value?.Trim() is { Length: > 0 } typed
                ? typed
                : _known.Identifiers.GetValueOrDefault(w, ""));
        if (!Check(check, numbers))
            return Page();
        var outcome = await save.ExecuteAsync(new(opened.Release.Id, _known with
        {
            LegalName = Input.LegalName!.Trim(),
            OtherNames = Input.OtherNames,
            BornOn = born,
            BirthPlace = Input.BirthPlace,
            Address = Input.Address,
            Identifiers = numbers.Where(n => n.Value.Length > 0).ToDictionary(n => n.Key, n => n.Key == "Ssn" ? Identifiers.Ssn(n.Value) ?? n.Value : n.Value),
            Records = Input.Records!.Trim(),
            MayTalkWith = MayNameOther ? Input.MayTalkWith : null,
            OutsideUnitedStates = Input.OutsideUnitedStates,
        }), opened.Access!.Actor, cancellation);
        if (outcome.Succeeded)
            return LocalRedirect(PageForms.Leaving(this) ?? Links.Release.Signer(token));
        check.Refusal(outcome, SpecificRecords.IsEverything(Input.Records!) ? "Input.Records" : "");
        return Page();
    }

    private bool Check(FormCheck check, Dictionary<string, string> numbers)
    {
        check.Required("Input.LegalName", Input.LegalName, "Enter your full legal name.").AtMost("Input.LegalName", Input.LegalName, 256)
            .AtMost("Input.OtherNames", Input.OtherNames, 128).AtMost("Input.BirthPlace", Input.BirthPlace, 128)
            .Required("Input.Address", Input.Address, "Enter your address.").AtMost("Input.Address", Input.Address, 400)
            .Required("Input.Records", Input.Records, "Enter the records you want the agency to share.")
            .Fits("Input.Records", Input.Records, LongestRecords)
            .AtMost("Input.MayTalkWith", Input.MayTalkWith, 200);
        for (var i = 0; i < Wanted.Count; i++)
        {
            var value = numbers[Wanted[i]];
            check.AtMost($"Numbers[{i}].Value", value, 60)
                .That(
                    Wanted[i] != "Ssn" || value.Length == 0 || Identifiers.Ssn(value) is not null,
                    $"Numbers[{i}].Value",
                    "Enter a Social Security number with 9 digits, such as 123-45-6789.");
        }

        return check.Passed;
    }

    private async Task<OpenedRelease?> LoadAsync(string token, CancellationToken cancellation)
    {
        if (await room.FindAsync(token, cancellation) is not { IsSigner: true, IsWaiting: true } opened)
            return null;
        _known = await pages.DetailsAsync(opened.Release, cancellation);
        var required = opened.Agency.Rules.RequiredIdentifiers;
        Wanted = [.. required.Concat(_known.Identifiers.Keys).Distinct()];
        (Refusal, Steps) = (opened.Release.RefusalReason, SigningSteps.At(1, opened.Agency.TakesElectronic));
        RecordsHint = opened.Agency.Rules.SpecificRecords
            ? "Name the records, such as “payments from March to June 2026.” The agency won't accept “all records.”"
            : null;
        (AgencyName, MayNameOther) = (opened.Agency.WithArticle(text.Language), !opened.Agency.Rules.OnlyOfficeNamed);
        return opened;
    }
}
