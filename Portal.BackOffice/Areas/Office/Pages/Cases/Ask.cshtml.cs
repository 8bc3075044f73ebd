using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Asks the constituent for information by a due date.</summary>
public sealed class AskModel(CasePageContext context, RequestInformation request) : CasePageModel(context)
{
    private const int UsualDays = 14;

    /// <summary>What to ask for.</summary>
    [BindProperty]
    public string? What { get; set; }

    /// <summary>Due date.</summary>
    [BindProperty]
    public DateParts DueOn { get; set; } = new();

    /// <inheritdoc />
    protected override Permission Needed => Permission.MessageConstituents;

    /// <summary>Shows the form.</summary>
    public void OnGet() => DueOn = DateParts.From(Dates.Today.AddDays(UsualDays));

    /// <summary>Sends the request.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check.Required(nameof(What), What, "Enter what you need, in 2,000 characters or fewer.");
        var due = check.RequiredDay(nameof(DueOn), DueOn, "Choose a date after today.");
        if (!check.Passed)
            return Page();
        var outcome = await request.ExecuteAsync(new(Head.Case.Id, CaseVersion, What!, due!.Value, Key), Actor, cancellation);
        var isDateOutOfRange = due <= Dates.Today || due > Dates.Today.AddYears(1);
        return await FinishAsync(outcome, "Request sent to the constituent.", isDateOutOfRange ? nameof(DueOn) : nameof(What), cancellation);
    }
}
