using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Overview;

/// <summary>The office at a glance, for those who lead it. Every number leads to its list.</summary>
public sealed class IndexModel(OverviewQuery overview, AgencyDirectory agencies, Calendars calendars, PageReader reader) : PageModel
{
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();
    private IReadOnlyDictionary<string, Agency> _agencies = new Dictionary<string, Agency>();

    /// <summary>What the page shows.</summary>
    public Portal.Domain.Desk.Overview? Sheet { get; private set; }

    /// <summary>Date formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>The time, UTC.</summary>
    public DateTime Now => reader.Now;

    /// <summary>The figures: name, number, list, and whether it's we who are late.</summary>
    public IEnumerable<(string Name, int Count, string Url, bool IsOurs)> Figures =>
    [
        ("Safety alerts", Sheet!.Alerts, Links.Office.Queue, true),
        ("Updates missed", Sheet.Missed, QueueAddress.Write(new(QueueView.Overdue)), true),
        ("Answer not told", Sheet.Counts[QueueView.Untold], QueueAddress.Write(new(QueueView.Untold)), true),
        ("Unanswered", Sheet.Counts[QueueView.Unanswered], QueueAddress.Write(new(QueueView.Unanswered)), true),
        ("Answers to confirm", Sheet.Counts[QueueView.ToConfirm], QueueAddress.Write(new(QueueView.ToConfirm)), true),
        ("Agency late", Sheet.Counts[QueueView.AgencyLate], QueueAddress.Write(new(QueueView.AgencyLate)), false),
        ("Unassigned", Sheet.Counts[QueueView.Unassigned], QueueAddress.Write(new(QueueView.Unassigned)), false),
        ("Releases to review", Sheet.ToCheck, Links.Office.Releases, false),
        ("Email not delivered", Sheet.MailFailed, QueueAddress.Write(new(QueueView.Open)), false),
    ];

    /// <summary>The length of a bar, of 100.</summary>
    public string Share(int count, int most) => (100.0 * count / most).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A member of staff's name.</summary>
    public string NameOf(Guid? id) => id is { } who ? _names.GetValueOrDefault(who, "") : reader.Text["Unassigned"];

    /// <summary>An agency's name.</summary>
    public string AgencyName(string code) => _agencies.TryGetValue(code, out var agency) ? agency.ShortNameIn(reader.Text.Language) : code;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : StatusCode(403);

    /// <summary>The load of everybody as a file for spreadsheets.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return StatusCode(403);
        var rows = Sheet!.Load.Select(l => new[] { l.Id is null ? "Unassigned" : l.Name ?? "", Number(l.Open), Number(l.Late), Number(l.ThisWeek), Number(l.MedianAge) });
        return File(SpreadsheetFile.Write(["caseworker", "open", "updates_missed", "updates_due_this_week", "median_age_days"], rows), SpreadsheetFile.Type, $"overview-{Sheet.Today:yyyy-MM-dd}.csv");
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        (_names, _agencies) = (await reader.NamesAsync(cancellation), await agencies.ReadAsync(cancellation));
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
        Sheet = await overview.ReadAsync(reader.Actor, cancellation);
        return Sheet is not null;
    }
}
