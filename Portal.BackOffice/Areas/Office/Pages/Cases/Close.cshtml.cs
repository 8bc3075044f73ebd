using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Offices;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Closes a case with a closing message.</summary>
public sealed class CloseModel(CasePageContext context, OfficePractice practice, CloseCase close) : LetterPageModel(context, practice)
{
    /// <inheritdoc />
    protected override IReadOnlyList<ClosingReason> Reasons => [.. Enum.GetValues<ClosingReason>()];

    /// <summary>Closes the case.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => IsComplete()
        ? await FinishAsync(
            await close.ExecuteAsync(new(Head.Case.Id, CaseVersion, Reason!.Value, Letter!), Actor, cancellation),
            Head.Case.ContactEmail is null
                ? "Case closed. The constituent has no email address, so mail the closing message, or call."
                : "Case closed. The closing message is on the constituent's case page.",
            nameof(Letter), cancellation)
        : Page();
}
