using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Offices;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Declines a request that the office can't take.</summary>
public sealed class DeclineModel(CasePageContext context, OfficePractice practice, DeclineCase decline) : LetterPageModel(context, practice)
{
    /// <inheritdoc />
    protected override IReadOnlyList<ClosingReason> Reasons => DeclineCase.Reasons;

    /// <summary>Declines the request.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => IsComplete()
        ? await FinishAsync(
            await decline.ExecuteAsync(new(Head.Case.Id, CaseVersion, Reason!.Value, Letter!), Actor, cancellation),
            Head.Case.ContactEmail is null
                ? "Request declined. The constituent has no email address, so mail the letter, or call."
                : "Request declined. The letter is on the constituent's case page.",
            nameof(Letter), cancellation)
        : Page();
}
