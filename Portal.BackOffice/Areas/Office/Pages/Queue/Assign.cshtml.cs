using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Bulk;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>Assigns several cases at once: confirms, assigns, and offers to undo.</summary>
[MostFields(PlanBulk.Most + 100)]
public sealed class AssignModel(ChosenCases chosen, AssignCasesQuery query, AssignCases assign, StaffDirectory staff, StaffActor actor, Translator text) : PageModel
{
    private IReadOnlyDictionary<Guid, Colleague> colleagues = new Dictionary<Guid, Colleague>();

    /// <summary>References of the selected cases.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public IList<string> References { get; set; } = [];

    /// <summary>Whether all of the list is meant.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The assignee.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid To { get; set; }

    /// <summary>Position in the queue to return to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    internal IReadOnlyList<CaseToAssign> Cases { get; private set; } = [];

    internal string ToName { get; private set; } = "";

    internal string QueueUrl => QueueAddress.Local(Back);

    /// <summary>Who a case is assigned to now.</summary>
    internal string HolderOf(CaseToAssign one) => one.From is { } from ? colleagues.GetValueOrDefault(from)?.Name ?? "" : text["No one"];

    /// <summary>Asks for confirmation.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!IsPermitted)
            return StatusCode(403);
        References = [.. await chosen.ReadAsync(References, All, Back, cancellation)];
        await LoadAsync(cancellation);
        return ToName.Length == 0 ? NotFound() : Page();
    }

    /// <summary>Assigns the cases and reports the ones that couldn't be assigned.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsPermitted)
            return StatusCode(403);
        await LoadAsync(cancellation);
        var wanted = Cases.Where(c => c.From != To).ToDictionary(c => c.Id);
        var done = await AssignAsync([.. wanted.Values.Select(c => new AssignCase.Command(c.Id, c.Version, To))], cancellation);
        if (done.Count < wanted.Count)
            this.Notify("Not assigned because someone changed them at the same time: {0}. Try again.", wanted.Count - done.Count);
        if (done.Count <= CaseQueue.PageSize)
            UndoAssignment.Offer(TempData, [.. done.Select(d => wanted[d.CaseId])], text["Cases assigned to {0}: {1}.", ToName, done.Count]);
        else
            this.Notify("Cases assigned to {0}: {1}.", ToName, done.Count);
        return Redirect(QueueUrl);
    }

    /// <summary>Undoes the assignment, except for cases that changed since.</summary>
    public async Task<IActionResult> OnPostUndoAsync(string undo, CancellationToken cancellation)
    {
        var given = UndoAssignment.Read(undo);
        var ids = (await query.ReadAsync(given.Select(g => g.Reference), cancellation)).ToDictionary(c => c.Reference, c => c.Id);
        var done = await AssignAsync([.. given.Where(g => ids.ContainsKey(g.Reference))
            .Select(g => new AssignCase.Command(ids[g.Reference], g.Version, g.From) { GivesBack = true })], cancellation);
        if (done.Count == given.Count)
            this.Notify("Assignment undone. Cases put back as they were: {0}.", done.Count);
        else
            this.Notify("Assignment undone for {0} of {1} cases. The others have changed since, or you can't reassign them.", done.Count, given.Count);
        return Redirect(QueueUrl);
    }

    private bool IsPermitted => actor.Current.May(To == actor.Current.Id ? Permission.TakeCases : Permission.AssignCases);

    private async Task<IReadOnlyList<AssignCase.Command>> AssignAsync(IReadOnlyList<AssignCase.Command> cases, CancellationToken cancellation) =>
        await assign.ExecuteAsync(cases, actor.Current, cancellation) is AssignCases.Assigned assigned ? assigned.Cases : [];

    private async Task LoadAsync(CancellationToken cancellation)
    {
        colleagues = (await staff.ReadAsync(cancellation)).ToDictionary(c => c.Id);
        ToName = colleagues.GetValueOrDefault(To) is { WorksHere: true } to && (to.MayBeGivenCases || To == actor.Current.Id) ? to.Name : "";
        Cases = await query.ReadAsync(References, cancellation);
    }
}
