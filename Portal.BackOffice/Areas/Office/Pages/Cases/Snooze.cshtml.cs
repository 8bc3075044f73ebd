using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.Progress;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Puts a case off until a day, or brings it back.</summary>
public sealed class SnoozeModel(CasePageContext context, SnoozeCase snooze) : CasePageModel(context)
{
    /// <summary>The day on which it comes back.</summary>
    [BindProperty]
    public DateParts Until { get; set; } = new();

    /// <summary>Whether it comes back now.</summary>
    [BindProperty]
    public bool Wake { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    internal CasePage Sheet { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Snoozes or wakes the case.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var until = Wake ? null : Check.That(!Until.IsEmpty, nameof(Until), "Enter the day on which the case comes back.")
            .Day(nameof(Until), Until, "Enter the day with month, day, and four-digit year.");
        return Check.Passed
            ? await FinishAsync(
                await snooze.ExecuteAsync(new(Head.Case.Id, CaseVersion, until), Actor, cancellation), Wake ? "The case is back." : "Case put off.", nameof(Until), cancellation)
            : await ShowAsync(cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) => Sheet = await ReadCaseAsync(cancellation);
}
