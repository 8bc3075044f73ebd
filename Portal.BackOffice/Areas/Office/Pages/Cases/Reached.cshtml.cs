using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Clears a safety alert by recording who reached the person, when, and how.</summary>
public sealed class ReachedModel(CasePageContext context, RecordPersonReached record, StaffDirectory staff) : CasePageModel(context)
{
    /// <summary>How the person was reached.</summary>
    [BindProperty]
    public ReachedHow? How { get; set; }

    /// <summary>Who reached them.</summary>
    [BindProperty]
    public Guid? By { get; set; }

    /// <summary>The time, as typed; blank for just now.</summary>
    [BindProperty]
    public string? Time { get; set; }

    /// <summary>A note for staff.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    internal static IEnumerable<SelectListItem> Ways => Enum.GetValues<ReachedHow>().Select(h => new SelectListItem(CaseText.Describe(h), h.ToString()));

    internal IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        By = Actor.Id;
        await PrepareAsync(cancellation);
    }

    /// <summary>Clears the alert.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var at = ReadTime();
        var check = Check.That(How is not null, nameof(How), "Choose how it ended.")
            .That(By is not null, nameof(By), "Choose who reached the person.")
            .That(at is not null, nameof(Time), "Enter a time such as 1:30 PM, or leave this blank.")
            .Fits(nameof(Note), Note, RecordPersonReached.MaxNote);
        if (!check.Passed)
            return await ShowAsync(cancellation);
        return await FinishAsync(
            await record.ExecuteAsync(new(Head.Case.Id, CaseVersion, By!.Value, at!.Value, How!.Value) { Note = Note }, Actor, cancellation),
            "Alert cleared. New messages can raise it again.", nameof(Time), cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Colleagues = [.. (await staff.ReadAsync(cancellation)).Where(c => c.WorksHere).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];

    // A time later than now was yesterday's.
    private DateTime? ReadTime()
    {
        if (string.IsNullOrWhiteSpace(Time))
            return Dates.Now;
        var typed = Time.Replace(".", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim();
        if (!TimeOnly.TryParse(typed, CultureInfo.GetCultureInfo("en-US"), DateTimeStyles.AllowWhiteSpaces, out var time))
            return null;
        var at = Dates.Calendar.Utc(Dates.Today.ToDateTime(time));
        return at <= Dates.Now.AddMinutes(1) ? at : Dates.Calendar.Utc(Dates.Today.AddDays(-1).ToDateTime(time));
    }
}
