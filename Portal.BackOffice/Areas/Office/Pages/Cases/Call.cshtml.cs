using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Logs a phone call about the case.</summary>
public sealed class CallModel(CasePageContext context, LogCall log) : CasePageModel(context)
{
    /// <summary>Who called whom.</summary>
    [BindProperty]
    public CallDirection? Direction { get; set; }

    /// <summary>Whom staff talked to.</summary>
    [BindProperty]
    public string? With { get; set; }

    /// <summary>What was said.</summary>
    [BindProperty]
    public string? Body { get; set; }

    /// <summary>The day to call back.</summary>
    [BindProperty]
    public DateParts CallBackOn { get; set; } = new();

    /// <inheritdoc />
    protected override Permission Needed => Permission.WriteNotes;

    internal static IEnumerable<SelectListItem> Directions =>
    [
        new Choice($"{CallDirection.In}", "They called us") { Key = "1" },
        new Choice($"{CallDirection.Out}", "We called and talked") { Key = "2" },
        new Choice($"{CallDirection.Missed}", "We called and reached no one") { Key = "3" },
    ];

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Logs the call.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check.That(Direction is not null, nameof(Direction), "Choose who called.")
            .Required(nameof(Body), Body, "Enter what was said, in 10,000 characters or fewer.").Fits(nameof(Body), Body, Message.MaxLength);
        var back = check.Day(nameof(CallBackOn), CallBackOn, "Enter a date to call back, today or later.");
        if (!check.Passed)
            return Page();
        var outcome = await log.ExecuteAsync(new(Head.Case.Id, Direction!.Value, Body!, Key) { With = With, CallBackOn = back }, Actor, cancellation);
        return await FinishAsync(outcome, "Call logged.", back < Dates.Today ? nameof(CallBackOn) : nameof(Body), cancellation);
    }
}
