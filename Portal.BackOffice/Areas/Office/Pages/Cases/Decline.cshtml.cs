using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Offices;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>The office cannot take the request on.</summary>
public sealed class DeclineModel(CaseDesk desk, OfficePractice practice, DeclineCase decline) : LetterPageModel(desk, practice)
{
    /// <inheritdoc />
    protected override IReadOnlyList<ClosingReason> Reasons => DeclineCase.Reasons;

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => IsWhole()
        ? await FinishAsync(await decline.ExecuteAsync(new(Head.Case.Id, CaseVersion, Reason!.Value, Letter!), Actor, cancellation), Head.Case.ContactEmail is null ? "Request declined. They have no email address: send the letter on paper, or call." : "Request declined. The letter is on the constituent's case page.", nameof(Letter), cancellation)
        : Page();
}
