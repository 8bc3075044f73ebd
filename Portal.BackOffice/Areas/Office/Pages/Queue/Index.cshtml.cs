using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Portal.BackOffice.Areas.Office.Pages.Cases;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>The queue: the list staff work from.</summary>
public sealed class IndexModel(
    CaseQueue queue, CasePageContext context, AgencyAndTopicNames names, StaffDirectory staff, QueueTools tools, Translator text) : PageModel
{
    private const string SearchKey = "QueueSearch";

    /// <summary>The views and their tab names.</summary>
    public static readonly IReadOnlyList<(QueueView View, string Name)> Views =
    [
        (QueueView.New, "New cases"), (QueueView.Mine, "My cases"), (QueueView.Unassigned, "Unassigned"), (QueueView.Unanswered, "Unanswered"),
        (QueueView.Overdue, "Updates due"), (QueueView.Waiting, "Waiting for the constituent"), (QueueView.Agency, "With the agency"),
        (QueueView.ToConfirm, "Answers to confirm"), (QueueView.Untold, "Answer not told"), (QueueView.AgencyLate, "Agency late"), (QueueView.Answered, "Agency answered"),
        (QueueView.Away, "Assigned to someone away"), (QueueView.Open, "All open"), (QueueView.Closed, "Closed cases"),
    ];

    /// <summary>Filter: the priority.</summary>
    [BindProperty(SupportsGet = true)]
    public Priority? Priority { get; set; }

    /// <summary>Filter: the agency.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Filter: a topic code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    /// <summary>Filter: a tag.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Tag { get; set; }

    /// <summary>Filter: the language.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>Filter: the residency finding.</summary>
    [BindProperty(SupportsGet = true)]
    public ResidencyFinding? Residency { get; set; }

    /// <summary>Filter: a staff ID, or "nobody".</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>The search text.</summary>
    [BindProperty]
    public string? Search { get; set; }

    internal CaseQueueFilter Filter { get; private set; } = null!;

    internal CaseQueuePage List { get; private set; } = null!;

    internal IReadOnlyDictionary<QueueView, int> Counts { get; private set; } = null!;

    /// <summary>Who else types in each case now.</summary>
    internal ILookup<Guid, string> Writers { get; private set; } = null!;

    /// <summary>The tags of each case.</summary>
    internal ILookup<Guid, Tag> Tags { get; private set; } = null!;

    /// <summary>The office's tags.</summary>
    internal IReadOnlyList<SelectListItem> TagChoices { get; private set; } = [];

    /// <summary>Views somebody saved, with how many cases each has.</summary>
    internal IReadOnlyList<(SavedView View, string Address, int Count)> Saved { get; private set; } = [];

    /// <summary>The name for the view to save.</summary>
    [BindProperty]
    public string? ViewName { get; set; }

    /// <summary>Whether everyone gets the view to save.</summary>
    [BindProperty]
    public bool ViewShared { get; set; }

    internal int? Matching { get; private set; }

    internal bool IsLaterPage { get; private set; }

    internal TimelineNames Names { get; private set; } = null!;

    internal OfficeDates Dates { get; private set; } = null!;

    internal Actor Actor => context.Actor;

    internal IReadOnlyList<SelectListItem> People { get; private set; } = [];

    internal IReadOnlyList<SelectListItem> MayBeGiven { get; private set; } = [];

    /// <summary>In the view of cases whose holder is away: whose cases can be handed over.</summary>
    internal IReadOnlyList<AwayHolder> Away { get; private set; } = [];

    private HashSet<Guid> unavailable = [];

    /// <summary>Whether the person a case is assigned to is away or no longer works here.</summary>
    internal bool IsAway(Guid? id) => id is { } holder && unavailable.Contains(holder);

    internal string Here => Filter.IsSearch ? Links.Office.Found : QueueAddress.Write(Filter, CaseQueueCursor.Parse(Request.Query["after"]));

    /// <summary>Shows a page of the queue.</summary>
    public async Task<IActionResult> OnGetAsync(bool found, CancellationToken cancellation)
    {
        if (!Actor.May(Permission.ReadCases))
            return StatusCode(403);
        var counts = Counts = await queue.CountsAsync(Actor.Id!.Value, cancellation);
        Filter = QueueAddress.Read(Request.Query, counts[QueueView.Mine] > 0 ? QueueView.Mine : QueueView.New);
        if (found && TempData.Peek(SearchKey) is string search)
        {
            Search = search;
            Filter = new(QueueView.Open) { Search = search };
        }

        var after = Filter.IsSearch ? null : CaseQueueCursor.Parse(Request.Query["after"]);
        IsLaterPage = after is not null;
        List = await queue.PageAsync(Filter, Actor.Id, after, cancellation);
        Writers = await context.WritersAsync([.. List.Rows.Select(r => r.Id)], cancellation);
        Tags = await tools.Tags.OfAsync([.. List.Rows.Select(r => r.Id)], cancellation);
        TagChoices = [.. (await tools.Tags.ReadAsync(cancellation)).Select(t => new SelectListItem(t.Name, t.Id.ToString()))];
        Matching = Filter.IsSearch
            ? null
            : Filter.IsWholeView ? counts[Filter.View]
            : Filter.View == QueueView.Closed ? null
            : await queue.CountAsync(Filter, Actor.Id, cancellation);
        await NameAsync(cancellation);
        await ReadSavedAsync(cancellation);
        return Page();
    }

    /// <summary>Saves the filter under a name.</summary>
    public async Task<IActionResult> OnPostSaveViewAsync([FromServices] SaveView save, CancellationToken cancellation)
    {
        var filter = QueueAddress.Read(Request.Query, QueueView.Open);
        var outcome = await save.ExecuteAsync(new(ViewName ?? "", QueueAddress.QueryOf(filter), ViewShared), Actor, cancellation);
        return outcome switch
        {
            Outcome.NotPermitted => StatusCode(403),
            Outcome.Refused refused => this.RedirectWithNotice(QueueAddress.Write(filter), refused.Reason),
            _ => this.RedirectWithNotice(QueueAddress.Write(filter), "View saved."),
        };
    }

    /// <summary>Deletes a saved view.</summary>
    public async Task<IActionResult> OnPostDeleteViewAsync([FromServices] DeleteView delete, Guid id, CancellationToken cancellation) =>
        await delete.ExecuteAsync(id, Actor, cancellation) is Outcome.NotPermitted
            ? StatusCode(403)
            : this.RedirectWithNotice(QueueAddress.Write(QueueAddress.Read(Request.Query, QueueView.Open)), "View deleted.");

    /// <summary>The view as a file for spreadsheets.</summary>
    public async Task<IActionResult> OnPostFileAsync([FromServices] ExportView export, CancellationToken cancellation)
    {
        var filter = QueueAddress.Read(Request.Query, QueueView.Open);
        var outcome = await export.ExecuteAsync(filter, Actor, cancellation);
        if (outcome is Outcome.Refused refused)
            return this.RedirectWithNotice(QueueAddress.Write(filter), refused.Reason);
        if (outcome is not ExportView.Exported exported)
            return StatusCode(403);
        Filter = filter;
        await NameAsync(cancellation);
        static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        var rows = exported.Rows.Select(r => new[]
        {
            r.Reference, r.Person.Text, $"{r.Priority}", $"{r.Status}", r.AgencyCode ?? "", r.TopicCode ?? "", r.Language, $"{r.Residency}",
            r.AssignedToId is { } who ? Names.Staff.GetValueOrDefault(who, "") : "", Day(Dates.Calendar.DayOf(r.ReceivedAt)), Day(r.UpdateDueOn), Day(r.AgencyLateSince),
        });
        return File(
            SpreadsheetFile.Write(["reference", "name", "priority", "status", "agency", "topic", "language", "residency", "assigned_to", "received", "update_due", "agency_late_since"], rows),
            SpreadsheetFile.Type, $"cases-{filter.View.ToString().ToLowerInvariant()}-{Dates.Today:yyyy-MM-dd}.csv");
    }

    private async Task ReadSavedAsync(CancellationToken cancellation)
    {
        var views = new List<(SavedView, string, int)>();
        foreach (var view in await tools.Saved.ReadAsync(Actor, cancellation))
        {
            var filter = QueueAddress.Read(QueryHelpers.ParseQuery(view.Query), QueueView.Open);
            views.Add((view, QueueAddress.Write(filter), await queue.CountAsync(filter, Actor.Id, cancellation)));
        }

        Saved = views;
    }

    /// <summary>Searches for a case. The search text stays out of the URL; a full reference opens the case right away.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (CaseReference.TryParse(Search, out var reference) && await context.HeaderAsync(reference.ToString(), cancellation) is { } head)
            return Redirect(Links.Office.Case(head.Case.Reference));
        if (string.IsNullOrWhiteSpace(Search))
            return Redirect(Links.Office.Queue);
        TempData[SearchKey] = Search.Trim();
        return Redirect(Links.Office.Found);
    }

    internal IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    internal IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    internal static IEnumerable<SelectListItem> Priorities => Enum.GetValues<Priority>().Select(p => new SelectListItem($"{p}", $"{p}"));

    internal static IEnumerable<SelectListItem> Languages => [new("English", "en"), new("Spanish", "es")];

    internal static IEnumerable<SelectListItem> Residencies => Enum.GetValues<ResidencyFinding>().Select(r => new SelectListItem(CaseText.Describe(r), $"{r}"));

    private async Task NameAsync(CancellationToken cancellation)
    {
        Dates = await context.DatesAsync(cancellation);
        var colleagues = await staff.ReadAsync(cancellation);
        People = [.. colleagues.Where(c => c.WorksHere).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        MayBeGiven = [.. colleagues.Where(c => c.MayBeGivenCases)
            .Select(c => new SelectListItem(c.IsAbsent(Dates.Today) ? text["{0} (away)", c.Name] : c.Name, c.Id.ToString()))];
        unavailable = [.. colleagues.Where(c => c.CannotWorkOn(Dates.Today)).Select(c => c.Id)];
        if (Filter.View == QueueView.Away && Actor.May(Permission.AssignCases))
            Away = await tools.Away.AwayAsync(cancellation);
        var lists = await names.ReadAsync(text.Language, cancellation);
        Names = new(colleagues.ToDictionary(c => c.Id, c => c.Name), lists.Agencies, lists.Topics, Dates.Calendar);
        Agencies = lists.AgencyChoices;
        // With an agency chosen, only its topics can have cases.
        Topics = Filter.Agency is null
            ? lists.TopicChoices
            : [.. lists.TopicChoices.Where(t => lists.AgencyOf[t.Value] == Filter.Agency || t.Value == Filter.Topic)];
    }
}
