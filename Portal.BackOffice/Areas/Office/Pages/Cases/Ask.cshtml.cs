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
    [Required(ErrorMessage = "Write what you need, at most 2,000 characters.")]
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
            ModelState.AddModelError(nameof(DueOn), Desk.Text["Choose a day after today."]);
        if (!ModelState.IsValid)
            return Page();
        var outcome = await request.ExecuteAsync(new(Head.File.Id, CaseVersion, What!, DueOn!.Value, Key), Actor, cancellation);
        return await FinishAsync(outcome, "The constituent was asked.", outcome is Domain.Platform.Outcome.Refused { Reason: "Choose a day after today." or "Choose a day within a year." } ? nameof(DueOn) : nameof(What), cancellation);
    }
}
