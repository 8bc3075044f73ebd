using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Calls;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Progress;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.MyTurn;

/// <summary>Everything a member of staff owes, one row for each case with what to do next.</summary>
public sealed class IndexModel(MyTurnQuery turns, TopicCatalog topics, AgencyDirectory agencies, Calendars calendars, OfficeCallsQuery calls, PageReader reader) : PageModel
{
    /// <summary>The most rows on the page.</summary>
    public const int MostShown = 150;

    private const int MostChips = 2;
    private IReadOnlyDictionary<string, TopicCard> _topics = new Dictionary<string, TopicCard>();
    private IReadOnlyDictionary<string, Agency> _agencies = new Dictionary<string, Agency>();

    /// <summary>Whose list; null for the reader's own.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Of { get; set; }

    /// <summary>Whether those put off are shown instead.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Snoozed { get; set; }

    /// <summary>The rows that are shown.</summary>
    public IReadOnlyList<TurnRow> Rows => Snoozed ? List.Snoozed : List.Rows;

    /// <summary>The list.</summary>
    public MyTurnPage List { get; private set; } = null!;

    /// <summary>Calls without a case that they have to return by today.</summary>
    public IReadOnlyList<OfficeCall> Calls { get; private set; } = [];

    /// <summary>Date and time formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>The colleague whose list it is.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Whether it's the reader's own list.</summary>
    public bool IsOwn => Of is null || Of == reader.Actor.Id;

    /// <summary>How many are late.</summary>
    public int Late => List.Rows.Count(r => r.Group == DueGroup.Late);

    /// <summary>How many are due today.</summary>
    public int DueToday => List.Rows.Count(r => r.Group == DueGroup.Today);

    /// <summary>Reads the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var names = await reader.NamesAsync(cancellation);
        if (Of is { } id && !names.ContainsKey(id))
            return NotFound();
        Who = Of is { } who ? names[who] : "";
        (_topics, _agencies) = ((await topics.AllAsync(cancellation)).ToDictionary(t => t.Code), await agencies.ReadAsync(cancellation));
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
        List = await turns.ReadAsync(Of ?? reader.Actor.Id ?? Guid.Empty, reader.Actor, cancellation);
        Calls = Snoozed ? [] : await calls.OwedByAsync(Of ?? reader.Actor.Id ?? Guid.Empty, List.Today, cancellation);
        return Page();
    }

    /// <summary>When a row is due.</summary>
    public string Due(TurnRow row) => row switch
    {
        { SnoozedUntil: { } until } => reader.Text["Back {0}", Dates.Short(until)],
        { DueOn: null } => "–",
        { Group: DueGroup.Late, DueOn: { } day } => List.Today.DayNumber - day.DayNumber is var days && days == 1
            ? reader.Text["1 day late"] : reader.Text["{0} days late", days],
        { Group: DueGroup.Today } => reader.Text["Today"],
        _ => Dates.Short(row.DueOn!.Value),
    };

    /// <summary>A step as a sentence.</summary>
    public string Say(CaseStep step) => reader.Text[step.Sentence, [.. step.Arguments.Select(a => a switch
    {
        DateOnly day => Dates.Day(day),
        string code => _agencies.TryGetValue(code, out var agency) ? agency.ShortWithArticle(reader.Text.Language) : code,
        _ => a,
    })]];

    /// <summary>The page where a row's step is done.</summary>
    internal string Target(TurnRow row, CaseLinks urls) => StepLink.For(row.Step, urls, reader.Actor);

    /// <summary>The steps besides the first.</summary>
    public string Others(TurnRow row) => string.Join(" ", row.Progress.Steps.Where(s => s != row.Step).Select(Say).Distinct());

    /// <summary>The case's agency.</summary>
    public string Agency(Case @case) => @case.AgencyCode is { } code && _agencies.TryGetValue(code, out var agency) ? agency.ShortNameIn(reader.Text.Language) : reader.Text["Unknown agency"];

    /// <summary>The case's topic.</summary>
    public string Topic(Case @case) => @case.TopicCode is { } code && _topics.TryGetValue(code, out var topic) ? topic.Issue.In(reader.Text.Language) : reader.Text["Unknown topic"];

    /// <summary>At most two facts that the step doesn't say, the gravest first, and how many more there are.</summary>
    public IEnumerable<(string Text, string Kind)> Chips(TurnRow row)
    {
        var (@case, text) = (row.Case, reader.Text);
        var all = new[]
        {
            @case.Danger is not null ? (text["Safety alert"], "chip--alert") : default,
            @case.AnswerUntoldSince is not null ? (text["Answer not told"], "chip--look") : default,
            @case.UnansweredSince is { } since ? (text["Unanswered: {0}", Dates.Age(since)], "chip--look") : default,
            @case.UpdateDueOn < List.Today ? (text["Update missed"], "chip--alert") : default,
            row.DeadlineOn is { } day ? (text["Deadline {0}", Dates.Short(day)], "chip--date") : default,
            @case.AnswerToConfirmSince is not null ? (text["Answer to confirm"], "chip--look") : default,
            @case.AcceptedAt is null ? (text["New"], "chip--look") : default,
            !@case.IsConfirmed ? (text["Not confirmed"], "chip--look") : default,
            row.Progress.Steps.Any(s => s.Move == CaseMove.FollowUp) && row.Step.Move != CaseMove.FollowUp ? (text["Agency late"], "") : default,
            row.Progress.IsTurnOf(Turn.Constituent) ? (text["Waiting for the constituent"], "") : default,
        }.Where(c => c.Item1 is not null).ToList();
        return all.Count <= MostChips ? all : [.. all.Take(MostChips), ($"+{all.Count - MostChips}", "")];
    }
}
