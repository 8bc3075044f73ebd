using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Assigns a case to a staff member, or unassigns it.</summary>
public sealed class AssignModel(CasePageContext context, AssignCase assign, StaffDirectory staff) : CasePageModel(context)
{
    /// <summary>Assignee: a staff ID, or "nobody".</summary>
    [BindProperty]
    public string? To { get; set; }

    internal IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.AssignCases;

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Assigns the case.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Guid? who = Guid.TryParse(To, out var id) ? id : null;
        return Check.That(who is not null || To == QueueAddress.Nobody, nameof(To), "Choose someone.").Passed
            ? await FinishAsync(await assign.ExecuteAsync(new(Head.Case.Id, CaseVersion, who), Actor, cancellation), "Case assigned.", nameof(To), cancellation)
            : await ShowAsync(cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) => People =
    [
        .. (await staff.ReadAsync(cancellation)).Where(c => c.MayBeGivenCases)
            .Select(c => new SelectListItem(c.IsAbsent(Dates.Today) ? Text["{0} (away)", c.Name] : c.Name, c.Id.ToString())),
        new(Text["No one (unassign)"], QueueAddress.Nobody),
    ];
}
