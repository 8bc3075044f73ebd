using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Activity;

/// <summary>The activity record, newest first: who did what, and how the chain stands.</summary>
public sealed class IndexModel(PortalDb db, IEnumerable<RecurringJob> jobs, Translator text) : PageModel
{
    private const int PageRows = 50;

    /// <summary>A case reference to filter by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Case { get; set; }

    /// <summary>A member of staff to filter by.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? By { get; set; }

    /// <summary>An event to filter by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Event { get; set; }

    /// <summary>Only entries before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>One page of entries.</summary>
    public IReadOnlyList<EntryLine> Lines { get; private set; } = [];

    /// <summary>Where the next page begins; null at the end.</summary>
    public Guid? Older { get; private set; }

    /// <summary>Entries the chain holds.</summary>
    public long Sealed { get; private set; }

    /// <summary>Entries that wait for the chain, at most 1,001.</summary>
    public int Waiting { get; private set; }

    /// <summary>The daily verification.</summary>
    public JobState? Verified { get; private set; }

    /// <summary>Staff, to filter by.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>Every event there is, to filter by.</summary>
    public static IReadOnlyList<SelectListItem> Events { get; } =
        [.. EventNames.All.Select(name => new SelectListItem(EventNames.Words(name), name)).OrderBy(e => e.Text, StringComparer.Ordinal)];

    /// <summary>Shows a page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var names = await db.Set<StaffMember>().OrderBy(s => s.DisplayName).Select(s => new { s.Id, s.DisplayName }).ToListAsync(cancellation);
        People = [.. names.Select(n => new SelectListItem(n.DisplayName, n.Id.ToString()))];
        Sealed = await db.Set<ActivitySeal>().OrderByDescending(s => s.Sequence).Select(s => s.Sequence).FirstOrDefaultAsync(cancellation);
        Waiting = await db.Set<UnsealedActivity>().OrderBy(u => u.ActivityId).Take(Counts.Most).CountAsync(cancellation);
        var verification = jobs.First(j => j.Sweep == typeof(ActivityChainJob)).Name;
        Verified = await db.Set<JobState>().AsNoTracking().SingleOrDefaultAsync(s => s.Job == verification, cancellation);
        var rows = await (await FilteredAsync(cancellation)).OrderByDescending(e => e.Id).Take(PageRows + 1).ToListAsync(cancellation);
        var shown = rows.Take(PageRows).ToList();
        var caseIds = shown.Select(e => e.CaseId).Where(id => id is not null).Distinct().ToList();
        var references = await db.Set<Domain.Cases.Case>().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Reference, cancellation);
        Lines = [.. shown.Select(e => EntryLine.From(e, names.ToDictionary(n => n.Id, n => n.DisplayName), references))];
        Older = rows.Count > PageRows ? shown[^1].Id : null;
    }

    /// <summary>The address of the next page.</summary>
    public string OlderPath => QueryHelpers.AddQueryString("/office/activity", new Dictionary<string, string?>
    {
        ["case"] = Case,
        ["by"] = By?.ToString(),
        ["event"] = Event,
        ["before"] = Older?.ToString(),
    });

    private async Task<IQueryable<ActivityEntry>> FilteredAsync(CancellationToken cancellation)
    {
        var entries = db.Set<ActivityEntry>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Case))
        {
            var reference = CaseReference.TryParse(Case, out var parsed) ? parsed.ToString() : "";
            var id = await db.Set<Domain.Cases.Case>().Where(c => c.Reference == reference).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellation);
            if (id is null)
                ModelState.AddModelError("Case", text["No case has that reference number. Check it and try again."]);
            entries = entries.Where(e => e.CaseId == (id ?? Guid.Empty));
        }

        if (By is { } who)
            entries = entries.Where(e => e.ActorId == who);
        if (!string.IsNullOrEmpty(Event))
            entries = entries.Where(e => e.EventName == Event);
        return Before is { } before ? entries.Where(e => e.Id < before) : entries;
    }
}
