using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Changes the topic, agency, priority, or update interval of a case.</summary>
public sealed class ChangeModel(
    CasePageContext context, ChangeTopic changeTopic, ChangePriority changePriority, ChangeUpdateInterval changeInterval,
    TopicCatalog topics, OfficePractice practice) : CasePageModel(context)
{
    /// <summary>Topic code.</summary>
    [BindProperty]
    public string? Topic { get; set; }

    /// <summary>Agency code, for when no topic fits.</summary>
    [BindProperty]
    public string? Agency { get; set; }

    /// <summary>Priority.</summary>
    [BindProperty]
    public Priority? Priority { get; set; }

    /// <summary>Days between updates.</summary>
    [BindProperty]
    public int? Days { get; set; }

    /// <summary>What to know before contacting the person.</summary>
    [BindProperty]
    public string? BeforeContact { get; set; }

    /// <summary>The word agreed on for calls.</summary>
    [BindProperty]
    public string? CallWord { get; set; }

    internal IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    internal IEnumerable<SelectListItem> Agencies =>
        Head.Names.Agencies.OrderBy(a => a.Value, StringComparer.CurrentCulture).Select(a => new SelectListItem(a.Value, a.Key));

    internal IEnumerable<SelectListItem> Priorities =>
        Enum.GetValues<Priority>().Select(p => new SelectListItem($"{p}: {Text[CaseText.Describe(p)]}", p.ToString()));

    /// <summary>Shows the forms.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (Topic, Agency, Priority, Days) = (
            Head.Case.TopicCode, Head.Case.AgencyCode, Head.Case.Priority, await practice.IntervalAsync(Head.Case.UpdateIntervalDays, cancellation));
        (BeforeContact, CallWord) = (Head.Case.BeforeContact?.Text, Head.Case.CallWord?.Text);
        return await ShowAsync(cancellation);
    }

    /// <summary>Changes what to know before contacting the person.</summary>
    public async Task<IActionResult> OnPostAccommodationAsync([FromServices] ChangeAccommodation change, CancellationToken cancellation) =>
        await FinishAsync(
            await change.ExecuteAsync(new(Head.Case.Id, CaseVersion, BeforeContact, CallWord), Actor, cancellation), "Saved.", nameof(BeforeContact), cancellation);

    /// <summary>Changes topic and agency.</summary>
    public async Task<IActionResult> OnPostTopicAsync(CancellationToken cancellation) =>
        await FinishAsync(
            await changeTopic.ExecuteAsync(new(Head.Case.Id, CaseVersion, Topic, Agency), Actor, cancellation),
            "Topic and agency changed.", nameof(Topic), cancellation);

    /// <summary>Changes the priority.</summary>
    public async Task<IActionResult> OnPostPriorityAsync(CancellationToken cancellation) =>
        await FinishAsync(
            await changePriority.ExecuteAsync(new(Head.Case.Id, CaseVersion, Priority ?? Head.Case.Priority), Actor, cancellation),
            "Priority changed.", nameof(Priority), cancellation);

    /// <summary>Changes the update interval.</summary>
    public async Task<IActionResult> OnPostIntervalAsync(CancellationToken cancellation) =>
        await FinishAsync(
            await changeInterval.ExecuteAsync(new(Head.Case.Id, CaseVersion, Days ?? 0), Actor, cancellation),
            "Update interval changed.", nameof(Days), cancellation);

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        // Each form posts only its own fields; the rest show the current values.
        (Priority, Days) = (Priority ?? Head.Case.Priority, Days ?? await practice.IntervalAsync(Head.Case.UpdateIntervalDays, cancellation));
        var groups = Head.Names.Agencies.ToDictionary(a => a.Key, a => new SelectListGroup { Name = a.Value });
        Topics = [.. (await topics.AllAsync(cancellation)).OrderBy(t => Head.Names.Agency(t.Agency, Text.Language), StringComparer.CurrentCulture)
            .Select(t => new SelectListItem($"{t.Program.In(Text.Language)}: {t.Issue.In(Text.Language)}", t.Code)
            {
                Group = groups.GetValueOrDefault(t.Agency),
            })];
    }
}
