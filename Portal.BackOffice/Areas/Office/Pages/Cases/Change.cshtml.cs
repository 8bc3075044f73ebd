using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Changes what the case is about, how urgent it is, and how often the constituent hears from us.</summary>
public sealed class ChangeModel(
    CaseDesk desk, ChangeTopic changeTopic, ChangePriority changePriority, ChangeUpdateInterval changeInterval, TopicCatalog topics, OfficePractice practice) : CasePageModel(desk)
{
    /// <summary>A topic's code.</summary>
    [BindProperty]
    public string? Topic { get; set; }

    /// <summary>An agency's code, when no topic fits.</summary>
    [BindProperty]
    public string? Agency { get; set; }

    /// <summary>How urgent.</summary>
    [BindProperty]
    public Priority? Priority { get; set; }

    /// <summary>Days between two updates.</summary>
    [BindProperty]
    public int? Days { get; set; }

    internal IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    internal IEnumerable<SelectListItem> Agencies => Head.Names.Agencies.OrderBy(a => a.Value, StringComparer.CurrentCulture).Select(a => new SelectListItem(a.Value, a.Key));

    internal IEnumerable<SelectListItem> Priorities => Enum.GetValues<Priority>().Select(p => new SelectListItem($"{p}: {Desk.Text[CaseText.Describe(p)]}", p.ToString()));

    /// <summary>Shows the forms.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (Topic, Agency, Priority, Days) = (Head.Case.TopicCode, Head.Case.AgencyCode, Head.Case.Priority, await practice.IntervalAsync(Head.Case.UpdateIntervalDays, cancellation));
        return await ShowAsync(cancellation);
    }

    /// <summary>Changes topic and agency.</summary>
    public async Task<IActionResult> OnPostTopicAsync(CancellationToken cancellation) =>
        await FinishAsync(await changeTopic.ExecuteAsync(new(Head.Case.Id, CaseVersion, Topic, Agency), Actor, cancellation), "Topic and agency changed.", nameof(Topic), cancellation);

    /// <summary>Changes the priority.</summary>
    public async Task<IActionResult> OnPostPriorityAsync(CancellationToken cancellation) =>
        await FinishAsync(await changePriority.ExecuteAsync(new(Head.Case.Id, CaseVersion, Priority ?? Head.Case.Priority), Actor, cancellation), "Priority changed.", nameof(Priority), cancellation);

    /// <summary>Changes the days between updates.</summary>
    public async Task<IActionResult> OnPostIntervalAsync(CancellationToken cancellation) =>
        await FinishAsync(await changeInterval.ExecuteAsync(new(Head.Case.Id, CaseVersion, Days ?? 0), Actor, cancellation), "Update interval changed.", nameof(Days), cancellation);

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        // Each form posts only its own fields; the others show what the case has.
        (Priority, Days) = (Priority ?? Head.Case.Priority, Days ?? await practice.IntervalAsync(Head.Case.UpdateIntervalDays, cancellation));
        var groups = Head.Names.Agencies.ToDictionary(a => a.Key, a => new SelectListGroup { Name = a.Value });
        Topics = [.. (await topics.AllAsync(cancellation)).OrderBy(t => Head.Names.Agency(t.Agency, Desk.Text.Language), StringComparer.CurrentCulture)
            .Select(t => new SelectListItem($"{t.Program.In(Desk.Text.Language)}: {t.Issue.In(Desk.Text.Language)}", t.Code) { Group = groups.GetValueOrDefault(t.Agency) })];
    }
}
