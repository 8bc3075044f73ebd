using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Calendar;

/// <summary>
/// One person's calendar for calendar programs (RFC 5545), under a secret address. It holds references and kinds of dates, because the
/// programs that read it aren't the office's.
/// </summary>
[EnableRateLimiting("verify")]
public sealed class FeedModel(CalendarQuery calendar, Calendars calendars, TimeProvider clock) : PageModel
{
    private const int DaysBack = 14;
    private const int DaysAhead = 180;
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    /// <summary>The secret.</summary>
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    /// <summary>The calendar; nothing for a secret that doesn't exist or was revoked.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var office = await calendars.ReadAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = office.DayOf(now);
        if (await calendar.OfFeedAsync(Secret, today.AddDays(-DaysBack), today.AddDays(DaysAhead), cancellation) is not { } entries)
            return NotFound();
        var feed = new Ical.Net.Calendar { ProductId = "-//Portal//Casework//EN" };
        feed.AddProperty("X-WR-CALNAME", "Casework");
        foreach (var entry in entries)
            feed.Events.Add(EventOf(entry, office, now));
        Response.Headers.CacheControl = "no-store";
        return Content(new CalendarSerializer().SerializeToString(feed)!, "text/calendar; charset=utf-8");
    }

    private CalendarEvent EventOf(CalendarEntry entry, OfficeCalendar office, DateTime now)
    {
        var at = entry.At is { } time ? office.Utc(entry.On.ToDateTime(time)) : (DateTime?)null;
        return new()
        {
            // The same for the same entry, so that a program replaces what it knows.
            Uid = $"{entry.Case.Reference}-{entry.Kind}-{entry.Id:N}@{Request.Host.Host}",
            Summary = $"{IndexModel.NameOf(entry.Kind)}: {entry.Case.Reference}",
            Url = new Uri($"{Request.Scheme}://{Request.Host}{Links.Office.Case(entry.Case.Reference)}"),
            DtStamp = new CalDateTime(now, "UTC"),
            Start = at is { } begins ? new CalDateTime(begins, "UTC") : new CalDateTime(entry.On),
            End = at is { } starts ? new CalDateTime(starts + AnHour, "UTC") : new CalDateTime(entry.On.AddDays(1)),
        };
    }
}
