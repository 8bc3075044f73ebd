using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Areas.Office.Pages.Holidays;

/// <summary>Days the office is closed. The office can add and remove its own.</summary>
public sealed class IndexModel(
    OfficeHolidays holidays, AddOfficeClosure add, RemoveOfficeClosure remove, StaffActor staff, Translator text, TimeProvider clock) : PageModel
{
    private const string DateExample = "Enter a month, day, and year, such as 12 24 2026.";

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public ClosureInput Input { get; set; } = new();

    /// <summary>The closed days.</summary>
    public OfficeHolidayList Days { get; private set; } = new([], []);

    /// <summary>Shows the days.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Input.Id = Guid.CreateVersion7(clock.GetUtcNow());
        Days = await holidays.ReadAsync(cancellation);
    }

    /// <summary>Adds a closure.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Named(nameof(ClosureInput.Name), Input.Name);
        Named(nameof(ClosureInput.NameEs), Input.NameEs);
        var first = check.RequiredDay("Input.FirstDay", Input.FirstDay, DateExample);
        var last = check.Day("Input.LastDay", Input.LastDay, DateExample) ?? first;
        return check.Passed
            ? await AnswerAsync(
                await add.ExecuteAsync(new(Input.Id, first!.Value, last!.Value, Input.Name!, Input.NameEs!), staff.Current, cancellation),
                "Days added.", cancellation)
            : await ShowAsync(cancellation);
    }

    /// <summary>Removes a closure.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid closure, CancellationToken cancellation)
    {
        ModelState.Clear();
        return await AnswerAsync(
            await remove.ExecuteAsync(closure, staff.Current, cancellation),
            "Days removed. Your office is open on those days.",
            cancellation);
    }

    /// <summary>The day, or the first and last day, with days of the week.</summary>
    public string DaysOf(OfficeClosure closure) =>
        closure.FirstDay == closure.LastDay ? DayOf(closure.FirstDay) : text["{0} to {1}", DayOf(closure.FirstDay), DayOf(closure.LastDay)];

    /// <summary>For example, "Thursday, November 26, 2026".</summary>
    public string DayOf(DateOnly day) => text["{0}, {1}", day.ToString("dddd", Texts.CultureOf(text.Language)), Texts.Day(text.Language, day)];

    private FormCheck Named(string field, string? value) =>
        new FormCheck(this, text).That(
            value?.Trim() is { Length: > 0 and <= OfficeClosure.MaxName }, "Input." + field, "Enter a name of {0} characters or fewer.", OfficeClosure.MaxName);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Holidays, done);
        new FormCheck(this, text).Refusal(outcome);
        return await ShowAsync(cancellation);
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellation)
    {
        if (Input.Id == default)
            Input.Id = Guid.CreateVersion7(clock.GetUtcNow());
        Days = await holidays.ReadAsync(cancellation);
        return Page();
    }
}
