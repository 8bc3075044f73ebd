using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;
using Portal.Domain.Tasks;
using Portal.Domain.Updates;

namespace Portal.BackOffice.Areas.Office.Pages.Calendar;

/// <summary>A month of everything with a day in one person's cases, and the address for calendar programs.</summary>
public sealed class IndexModel(CalendarQuery calendar, Calendars calendars, StaffDirectory staff, AgencyAndTopicNames names, PageReader reader) : PageModel
{
    /// <summary>The month, such as 2026-12; null for this one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>Whose calendar; null for the reader's own.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Of { get; set; }

    /// <summary>The entries of each day.</summary>
    public ILookup<DateOnly, CalendarEntry> Entries { get; private set; } = null!;

    /// <summary>The first day of the month.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The weeks of the month, each from Sunday.</summary>
    public IReadOnlyList<DateOnly[]> Weeks { get; private set; } = [];

    /// <summary>Formats days.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>People with cases.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>The new address, shown once; null otherwise.</summary>
    public string? Address { get; private set; }

    /// <summary>When the reader's address was made, UTC; null when there's none.</summary>
    public DateTime? AddressMadeAt { get; private set; }

    /// <summary>Whether the reader gets the morning's email.</summary>
    public bool WantsDigest { get; private set; }

    /// <summary>Short names of agencies, by code.</summary>
    public IReadOnlyDictionary<string, string> Agencies { get; private set; } = new Dictionary<string, string>();

    /// <summary>Whether it's the reader's own calendar.</summary>
    public bool IsOwn => Of is null || Of == reader.Actor.Id;

    /// <summary>The month's name.</summary>
    public string Title => First.ToString("MMMM yyyy", Texts.CultureOf(reader.Text.Language));

    /// <summary>Names of the days of the week, from Sunday.</summary>
    public IReadOnlyList<string> DayNames => Texts.CultureOf(reader.Text.Language).DateTimeFormat.AbbreviatedDayNames;

    /// <summary>Another month.</summary>
    public string MonthUrl(int months) => Links.Office.CalendarOf(First.AddMonths(months).ToString("yyyy-MM", CultureInfo.InvariantCulture), Of);

    /// <summary>Shows the month.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>Makes an address for calendar programs.</summary>
    public async Task<IActionResult> OnPostAddressAsync([FromServices] MakeCalendarAddress make, CancellationToken cancellation)
    {
        var outcome = await make.ExecuteAsync(reader.Actor, cancellation);
        if (outcome is MakeCalendarAddress.Made made)
            Address = $"{Request.Scheme}://{Request.Host}{Links.Office.CalendarFeed(made.Secret)}";
        else if (!outcome.Succeeded)
            return outcome is Outcome.NotPermitted ? StatusCode(403) : RedirectToPage();
        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>Revokes it.</summary>
    public async Task<IActionResult> OnPostRevokeAsync([FromServices] RevokeCalendarAddress revoke, CancellationToken cancellation) =>
        await revoke.ExecuteAsync(reader.Actor, cancellation) is Outcome.NotPermitted
            ? StatusCode(403)
            : this.RedirectWithNotice(Links.Office.Calendar, "The link no longer works. Apps that use it won't show anything new.");

    /// <summary>Chooses whether the morning's email comes.</summary>
    public async Task<IActionResult> OnPostDigestAsync([FromServices] ChooseDigest choose, bool wants, CancellationToken cancellation) =>
        await choose.ExecuteAsync(wants, reader.Actor, cancellation) is Outcome.NotPermitted
            ? StatusCode(403)
            : this.RedirectWithNotice(Links.Office.Calendar, wants ? "We'll email you on business days when something is due." : "The morning email is off.");

    /// <summary>What an entry says, in the reader's language.</summary>
    public string Say(CalendarEntry entry)
    {
        var text = reader.Text;
        return entry.Kind switch
        {
            EntryKind.ToDo or EntryKind.Appointment or EntryKind.Hearing => $"{text[NameOf(entry.Kind)]}: {entry.What}",
            EntryKind.AgencyAnswer => text["Answer due from {0}", Agencies.GetValueOrDefault(entry.Agency ?? "", entry.Agency ?? "")],
            EntryKind.Deadline => $"{text["Deadline"]}: {entry.What}",
            _ => text[NameOf(entry.Kind)],
        };
    }

    /// <summary>What a kind of entry is, in English.</summary>
    public static string NameOf(EntryKind kind) => kind switch
    {
        EntryKind.ToDo => "Task",
        EntryKind.Appointment => "Appointment",
        EntryKind.Hearing => "Hearing",
        EntryKind.CallBack => "Call back",
        EntryKind.Update => "Update due",
        EntryKind.Deadline => "Deadline",
        EntryKind.AgencyAnswer => "Agency answer due",
        _ => "Constituent reply due",
    };

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
        First = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var chosen) && chosen.Year is > 2000 and < 2200
            ? chosen : new DateOnly(Dates.Today.Year, Dates.Today.Month, 1);
        var start = First.AddDays(-(int)First.DayOfWeek);
        var weeks = (int)Math.Ceiling((First.AddMonths(1).DayNumber - start.DayNumber) / 7.0);
        Weeks = [.. Enumerable.Range(0, weeks).Select(w => Enumerable.Range(0, 7).Select(d => start.AddDays((w * 7) + d)).ToArray())];
        Entries = (await calendar.ReadAsync(Of ?? reader.Actor.Id ?? Guid.Empty, start, start.AddDays((weeks * 7) - 1), reader.Actor, cancellation)).ToLookup(e => e.On);
        People = [.. (await staff.ReadAsync(cancellation)).Where(s => s.MayBeGivenCases).Select(s => new SelectListItem(s.Name, s.Id.ToString(), s.Id == (Of ?? reader.Actor.Id)))];
        Agencies = (await names.ReadAsync(reader.Text.Language, cancellation)).Agencies;
        var me = reader.Actor.Id ?? Guid.Empty;
        AddressMadeAt = await calendar.AddressMadeAtAsync(me, cancellation);
        WantsDigest = await calendar.WantsDigestAsync(me, cancellation);
    }
}
