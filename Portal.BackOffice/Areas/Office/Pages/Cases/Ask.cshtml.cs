using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Asks the constituent for something by a date.</summary>
public sealed class AskModel(CaseDesk desk, RequestInformation request) : CasePageModel(desk)
{
    private const int UsualDays = 14;

    /// <summary>What is asked.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter what you need, in 2,000 characters or fewer.")]
    public string? What { get; set; }

    /// <summary>By when.</summary>
    [BindProperty]
    public DateOnly? DueOn { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.MessageConstituents;

    internal string Due => (DueOn ?? Times.Today.AddDays(UsualDays)).ToString("O");

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (DueOn is null && ModelState.ErrorCount == 0)
            ModelState.AddModelError(nameof(DueOn), Desk.Text["Choose a date after today."]);
        if (!ModelState.IsValid)
            return Page();
        var outcome = await request.ExecuteAsync(new(Head.Case.Id, CaseVersion, What!, DueOn!.Value, Key), Actor, cancellation);
        return await FinishAsync(outcome, "Request sent to the constituent.", outcome is Domain.Platform.Outcome.Refused { Reason: "Choose a date after today." or "Choose a date within the next year." } ? nameof(DueOn) : nameof(What), cancellation);
    }
}
