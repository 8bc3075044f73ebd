using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Calls;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Calls;

/// <summary>Calls that belong to no case: logging one, and those to return.</summary>
public sealed class IndexModel(OfficeCallsQuery calls, SeenBeforeQuery seen, StaffDirectory staff, Calendars calendars, PageReader reader) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public CallInput Input { get; set; } = new();

    /// <summary>The call a button is about.</summary>
    [BindProperty]
    public Guid CallId { get; set; }

    /// <summary>The case to file it on, as typed.</summary>
    [BindProperty]
    public string? Reference { get; set; }

    /// <summary>The last call of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>The calls.</summary>
    public OfficeCallsPage List { get; private set; } = null!;

    /// <summary>Cases that may be about the caller.</summary>
    public IReadOnlyList<SeenCase> Seen { get; private set; } = [];

    /// <summary>Date and time formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>Who can call back.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>Names of staff, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Whether the reader may open cases.</summary>
    public bool MayOpenCases => reader.Actor.May(Portal.Domain.Platform.Access.Permission.WorkCases);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Input.Key = Guid.CreateVersion7();
        await LoadAsync(cancellation);
    }

    /// <summary>Looks for cases of the caller. Everything typed stays.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Logs a call.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] LogOfficeCall log, CancellationToken cancellation)
    {
        var check = new FormCheck(this, reader.Text);
        if (Input.Read(check) is { } command)
        {
            var outcome = await log.ExecuteAsync(command, reader.Actor, cancellation);
            switch (outcome)
            {
                case LogOfficeCall.Logged { Danger: not null } when MayOpenCases:
                    return this.RedirectWithNotice(
                        Links.Office.NewCaseFrom(command.Key), "Call logged. What the caller said may mean someone is in danger. Create the case now so everyone sees the safety alert.");
                case LogOfficeCall.Logged { Danger: not null }:
                    return this.RedirectWithNotice(Links.Office.Calls, "Call logged. What the caller said may mean someone is in danger. Tell a caseworker right away.");
                case Outcome.Success:
                    return this.RedirectWithNotice(Links.Office.Calls, "Call logged.");
                default:
                    check.Refusal(outcome, "Input.Body");
                    break;
            }
        }

        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Somebody called back.</summary>
    public async Task<IActionResult> OnPostDoneAsync([FromServices] EndOfficeCall end, CancellationToken cancellation) =>
        await SettledAsync(await end.ExecuteAsync(CallId, reader.Actor, cancellation), "Marked as done.", cancellation);

    /// <summary>Files a call on a case.</summary>
    public async Task<IActionResult> OnPostFileAsync([FromServices] FileOfficeCall file, CancellationToken cancellation)
    {
        var outcome = await Outcome.RetryOnceIfStaleAsync(() => file.ExecuteAsync(new(CallId, Reference ?? ""), reader.Actor, cancellation));
        return outcome is FileOfficeCall.Filed filed
            ? this.RedirectWithNotice(Links.Office.Case(filed.Reference), "The call is on this case now.")
            : await SettledAsync(outcome, "", cancellation);
    }

    private async Task<IActionResult> SettledAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Calls, notice);
        if (outcome is Outcome.NotFound)
            return this.RedirectWithNotice(Links.Office.Calls, "That call is no longer in this list. Somebody may have filed it on a case.");
        new FormCheck(this, reader.Text).Refusal(outcome, nameof(Reference));
        Input.Key = Guid.CreateVersion7();
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
        List = await calls.ReadAsync(Before, reader.Actor, cancellation);
        Seen = await seen.FindAsync(new(Input.FirstName, Input.LastName) { Phone = Input.Phone }, reader.Actor, cancellation);
        Names = await reader.NamesAsync(cancellation);
        People = [.. (await staff.ReadAsync(cancellation)).Where(s => s.MayBeGivenCases).Select(s => new SelectListItem(s.Name, s.Id.ToString()))];
    }
}

/// <summary>A call as it's typed.</summary>
public sealed class CallInput
{
    /// <summary>The call's id, so that a double click logs one.</summary>
    public Guid Key { get; set; }

    /// <summary>Who called whom.</summary>
    public CallDirection Direction { get; set; } = CallDirection.In;

    /// <summary>Given names.</summary>
    public string? FirstName { get; set; }

    /// <summary>Family names.</summary>
    public string? LastName { get; set; }

    /// <summary>The number to call back.</summary>
    public string? Phone { get; set; }

    /// <summary>What was said.</summary>
    public string? Body { get; set; }

    /// <summary>The day to call back.</summary>
    public DateParts CallBackOn { get; set; } = new();

    /// <summary>The time to call back, as typed.</summary>
    public string? CallBackAt { get; set; }

    /// <summary>Who calls back; null for whoever logs the call.</summary>
    public Guid? CallBackBy { get; set; }

    /// <summary>The call to log; null when something is wrong, which is said at its field.</summary>
    internal LogOfficeCall.Command? Read(FormCheck check)
    {
        check.Required("Input.Body", Body, "Enter what was said, in 10,000 characters or fewer.").Fits("Input.Body", Body, Message.MaxLength);
        var back = CallBackInput.Read(check, "Input.", CallBackOn, CallBackAt, CallBackBy);
        check.That(back is null || !string.IsNullOrWhiteSpace(Phone), "Input.Phone", "Enter the number to call back.");
        return check.Passed
            ? new(Direction, Body!, Key) { FirstName = FirstName, LastName = LastName, Phone = Phone, CallBack = back }
            : null;
    }
}
