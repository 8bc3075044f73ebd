using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Base class for pages that end a case with a reason and a letter, which starts from an editable draft.</summary>
public abstract class LetterPageModel(CasePageContext context, OfficePractice practice) : CasePageModel(context)
{
    /// <summary>Reason for ending the case.</summary>
    [BindProperty]
    public ClosingReason? Reason { get; set; }

    /// <summary>The letter to the constituent.</summary>
    [BindProperty]
    public string? Letter { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    /// <summary>Reasons available on this page.</summary>
    protected abstract IReadOnlyList<ClosingReason> Reasons { get; }

    internal IEnumerable<SelectListItem> Choices => Reasons.Select(r => new SelectListItem(CaseText.Describe(r), r.ToString()));

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Drafts the letter that fits the reason. An edited letter isn't overwritten.</summary>
    public async Task<IActionResult> OnPostSuggestAsync(CancellationToken cancellation)
    {
        ModelState.Remove(nameof(Letter));
        if (Reason is not { } reason)
            Check.Problem(nameof(Reason), "Choose a reason first.");
        else if (await FactsAsync(cancellation) is var facts && (string.IsNullOrWhiteSpace(Letter) || IsSuggestion(Letter, facts)))
            Letter = ClosingText.Suggest(reason, facts, Head.Case.Language);
        else
            Check.Problem(nameof(Letter), "We kept your text. To get the suggested text, clear the field first.");
        return Page();
    }

    /// <summary>Whether there's a reason and a letter; reports what's missing.</summary>
    private protected bool IsComplete() => Check.That(Reason is not null, nameof(Reason), "Choose a reason from the list.")
        .Required(nameof(Letter), Letter, "Enter a letter to the constituent, in 10,000 characters or fewer.").Passed;

    private async Task<ClosingFacts> FactsAsync(CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation);
        var page = await ReadCaseAsync(cancellation);
        return new(Head.Case.PersonName, office?.MemberInSentence(Head.Case.Language), office?.Chamber ?? default, page.Inquiries.Count > 0)
        {
            IsForHelper = Head.Case.HelperWrites,
            ReconsiderationWasAsked = page.Inquiries.Any(i => i.Ask == PermittedAsk.Reconsideration),
            ReleaseWasRequested = page.Agencies.Any(a => a.Releases.Count > 0),
            PersonWasTold = page.PersonWasTold,
        };
    }

    private bool IsSuggestion(string letter, ClosingFacts facts)
    {
        var plain = PlainText.Lines(letter);
        return Enum.GetValues<ClosingReason>().Any(reason => ClosingText.Suggest(reason, facts, Head.Case.Language) == plain);
    }
}
