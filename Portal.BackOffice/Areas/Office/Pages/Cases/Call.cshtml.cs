using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Logs a phone call about the case.</summary>
public sealed class CallModel(CasePageContext context, LogCall log, StaffDirectory staff) : CasePageModel(context)
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

    /// <summary>Whether the caller asked for a change.</summary>
    [BindProperty]
    public bool AsksForChange { get; set; }

    /// <summary>The time to call back, as typed.</summary>
    [BindProperty]
    public string? CallBackAt { get; set; }

    /// <summary>Who calls back; null for whoever has the case.</summary>
    [BindProperty]
    public Guid? CallBackBy { get; set; }

    /// <summary>Who can call back.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.WriteNotes;

    internal static IEnumerable<SelectListItem> Directions =>
    [
        new Choice($"{CallDirection.In}", "They called us") { Key = "1" },
        new Choice($"{CallDirection.Out}", "We called and talked") { Key = "2" },
        new Choice($"{CallDirection.Missed}", "We called and reached no one") { Key = "3" },
    ];

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Logs the call.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check.That(Direction is not null, nameof(Direction), "Choose who called.")
            .Required(nameof(Body), Body, "Enter what was said, in 10,000 characters or fewer.").Fits(nameof(Body), Body, Message.MaxLength);
        var back = CallBackInput.Read(check, "", CallBackOn, CallBackAt, CallBackBy);
        if (!check.Passed)
            return await ShowAsync(cancellation);
        var command = new LogCall.Command(Head.Case.Id, Direction!.Value, Body!, Key) { With = With, CallBack = back, AsksForChange = AsksForChange };
        var outcome = await log.ExecuteAsync(command, Actor, cancellation);
        return await FinishAsync(outcome, "Call logged.", back?.On < Dates.Today ? nameof(CallBackOn) : nameof(Body), cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        People = [.. (await staff.ReadAsync(cancellation)).Where(s => s.MayBeGivenCases).Select(s => new SelectListItem(s.Name, s.Id.ToString()))];
}
