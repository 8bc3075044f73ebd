using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Decisions;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Asks the Member or senior staff to decide, shows the question, and records what was decided.</summary>
public sealed class DecisionModel(CasePageContext context, AskForDecision ask, MakeDecision make, EndDecision end) : CasePageModel(context)
{
    private const int UsualDays = 7;

    /// <summary>The question from the URL; null to ask one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? DecisionId { get; set; }

    /// <summary>Who decides.</summary>
    [BindProperty]
    public DecisionBy? By { get; set; }

    /// <summary>What is asked.</summary>
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>The inquiry it's about; null for the case as a whole.</summary>
    [BindProperty]
    public Guid? Inquiry { get; set; }

    /// <summary>What the form said had been decided.</summary>
    [BindProperty]
    public DecisionChoice? Was { get; set; }

    /// <summary>The day by which it's needed.</summary>
    [BindProperty]
    public DateParts DueOn { get; set; } = new();

    /// <summary>What was decided.</summary>
    [BindProperty]
    public DecisionChoice? Choice { get; set; }

    /// <summary>What the caseworker should know.</summary>
    [BindProperty]
    public string? Words { get; set; }

    internal Decision? Asked { get; private set; }

    internal IReadOnlyList<SelectListItem> Inquiries { get; private set; } = [];

    /// <summary>Whether the reader may say that it's carried out or no longer needed.</summary>
    internal bool MayEnd => Asked is { EndedAt: null } asked && (asked.Choice is not null || asked.AskedById == Actor.Id || Actor.May(Permission.ApproveLetters));

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    internal static IEnumerable<SelectListItem> Deciders =>
    [
        new Choice($"{DecisionBy.SeniorStaff}", Describe(DecisionBy.SeniorStaff)),
        new Choice($"{DecisionBy.Member}", Describe(DecisionBy.Member)),
    ];

    internal static IEnumerable<SelectListItem> Choices => Enum.GetValues<DecisionChoice>().Select(c => new SelectListItem(CaseText.Describe(c), c.ToString()));

    /// <summary>Who decides, in words.</summary>
    internal static string Describe(DecisionBy by) => by == DecisionBy.Member ? "The Member decides" : "Senior staff decide";

    /// <summary>Shows the form, or the question.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (DecisionId is null && Head.Case.IsClosed)
            return this.RedirectWithNotice(Urls.Show(), "This case is closed. Reopen it first.");
        DueOn = DateParts.From(Dates.Today.AddDays(UsualDays));
        await PrepareAsync(cancellation);
        Inquiry = Inquiries.Count == 2 && Guid.TryParse(Inquiries[0].Value, out var only) ? only : null;
        return DecisionId is not null && Asked is null ? NotFound() : Page();
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check.That(By is not null, nameof(By), "Choose who decides.")
            .Required(nameof(Question), Question, "Enter the question, in 4,000 characters or fewer.")
            .Fits(nameof(Question), Question, AskForDecision.MaxLength);
        var due = check.RequiredDay(nameof(DueOn), DueOn, "Choose a date, today or later.");
        if (!check.Passed)
            return await ShowAsync(cancellation);
        return await FinishAsync(
            await ask.ExecuteAsync(new(Head.Case.Id, CaseVersion, By!.Value, Question!, due!.Value, Key) { InquiryId = Inquiry }, Actor, cancellation),
            "Question sent to the managers. It's on the attention list.", due < Dates.Today ? nameof(DueOn) : nameof(Question), cancellation);
    }

    /// <summary>Records what was decided.</summary>
    public async Task<IActionResult> OnPostDecideAsync(CancellationToken cancellation)
    {
        var check = Check.That(Choice is not null, nameof(Choice), "Choose what was decided.").Fits(nameof(Words), Words, AskForDecision.MaxLength);
        return check.Passed
            ? await FinishAsync(
                await make.ExecuteAsync(new(Head.Case.Id, DecisionId ?? Guid.Empty, Choice!.Value, Words), Actor, cancellation),
                "Decision recorded.", "", cancellation, Urls.Decision(DecisionId))
            : await ShowAsync(cancellation);
    }

    /// <summary>Marks the decision as carried out, or the question as no longer needed.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellation) => await FinishAsync(
        await end.ExecuteAsync(new(Head.Case.Id, DecisionId ?? Guid.Empty, Was), Actor, cancellation), "Marked as done.", "", cancellation);

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var sheet = await ReadCaseAsync(cancellation);
        Asked = sheet.Decisions.FirstOrDefault(d => d.Id == DecisionId);
        Inquiries =
        [
            .. sheet.Inquiries.Where(i => i.IsOpen).Select(i => new Choice(
                $"{i.Id}", Text["{0}, asked {1}", Head.Names.Agency(i.AgencyCode, Text.Language), Dates.Day(i.SentAt)])),
            new Choice("", "The case as a whole"),
        ];
    }
}
