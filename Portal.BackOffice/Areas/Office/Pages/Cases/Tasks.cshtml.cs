using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Domain.Tasks;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Tasks, appointments, and hearings of a case.</summary>
public sealed class TasksModel(CasePageContext context, TasksQuery tasks, StaffDirectory staff) : CasePageModel(context)
{
    /// <summary>What kind it is.</summary>
    [BindProperty]
    public TaskKind? Kind { get; set; }

    /// <summary>What it is.</summary>
    [BindProperty]
    public string? What { get; set; }

    /// <summary>The day.</summary>
    [BindProperty]
    public DateParts On { get; set; } = new();

    /// <summary>The time of day, as typed.</summary>
    [BindProperty]
    public string? At { get; set; }

    /// <summary>Who does it; null for whoever has the case.</summary>
    [BindProperty]
    public Guid? For { get; set; }

    /// <summary>The task to end.</summary>
    [BindProperty]
    public Guid TaskId { get; set; }

    /// <summary>The tasks, the open ones first.</summary>
    public IReadOnlyList<CaseTask> All { get; private set; } = [];

    /// <summary>Who can do it.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    internal static IEnumerable<SelectListItem> Kinds =>
    [
        new Choice($"{TaskKind.ToDo}", "Task") { Key = "1" },
        new Choice($"{TaskKind.Appointment}", "Appointment with us") { Key = "2" },
        new Choice($"{TaskKind.Hearing}", "The constituent's hearing, interview, or exam") { Key = "3" },
    ];

    /// <summary>A kind's name, in English.</summary>
    public static string NameOf(TaskKind kind) => kind switch
    {
        TaskKind.Appointment => "Appointment",
        TaskKind.Hearing => "Hearing",
        TaskKind.CallBack => "Call back",
        TaskKind.ChangeAsked => "Change asked for by phone",
        _ => "Task",
    };

    /// <summary>Shows them.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Adds one.</summary>
    public Task<IActionResult> OnPostAsync([FromServices] AddTask add, CancellationToken cancellation) => AddAsync(add, Urls.Task(), cancellation);

    /// <summary>Adds a task for one of the days that the case offers after a note.</summary>
    public Task<IActionResult> OnPostPlanAsync([FromServices] AddTask add, string? plannedFor, CancellationToken cancellation)
    {
        (Kind, On) = (TaskKind.ToDo, DateParts.From(DateOnly.TryParseExact(plannedFor, "yyyy-MM-dd", out var day) ? day : null));
        return AddAsync(add, Urls.Show(), cancellation);
    }

    private async Task<IActionResult> AddAsync(AddTask add, string next, CancellationToken cancellation)
    {
        var check = Check.That(Kind is not null, nameof(Kind), "Choose a type.")
            .Required(nameof(What), What, "Enter a description of 300 characters or fewer.").Fits(nameof(What), What, CaseTask.LongestWhat);
        var day = check.Day(nameof(On), On, "Enter a date, today or later.");
        check.That(day is not null || !check.Passed, nameof(On), "Enter a date, today or later.");
        var (isTime, time) = TimeOfDay.Read(At);
        check.That(isTime, nameof(At), "Enter a time such as 2:30 PM, or leave it blank.");
        if (!check.Passed)
            return await ShowAsync(cancellation);
        var outcome = await add.ExecuteAsync(new(Head.Case.Id, Kind!.Value, What!, day!.Value, Key) { At = time, ForId = For }, Actor, cancellation);
        return await FinishAsync(outcome, "Added to the calendar.", day < Dates.Today ? nameof(On) : "", cancellation, next);
    }

    /// <summary>Marks one as done.</summary>
    public Task<IActionResult> OnPostDoneAsync([FromServices] EndTask end, CancellationToken cancellation) => EndAsync(end, false, "Marked as done.", cancellation);

    /// <summary>Drops one.</summary>
    public Task<IActionResult> OnPostDropAsync([FromServices] EndTask end, CancellationToken cancellation) => EndAsync(end, true, "Removed from the calendar.", cancellation);

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        All = await tasks.OfCaseAsync(Head.Case.Id, cancellation);
        People = [.. (await staff.ReadAsync(cancellation)).Where(s => s.MayBeGivenCases).Select(s => new SelectListItem(s.Name, s.Id.ToString()))];
    }

    private async Task<IActionResult> EndAsync(EndTask end, bool dropped, string notice, CancellationToken cancellation) =>
        await FinishAsync(await end.ExecuteAsync(new(Head.Case.Id, TaskId, dropped), Actor, cancellation), notice, "", cancellation, Urls.Task());
}
