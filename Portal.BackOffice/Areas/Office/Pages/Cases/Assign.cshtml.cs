using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Gives a case to somebody, or back to nobody.</summary>
public sealed class AssignModel(CaseDesk desk, AssignCase assign, PortalDb db) : CasePageModel(desk)
{
    /// <summary>Who gets it: an id, or nobody.</summary>
    [BindProperty]
    public string? To { get; set; }

    internal IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.AssignCases;

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Guid? who = Guid.TryParse(To, out var id) ? id : null;
        if (who is null && To != QueueAddress.Nobody)
        {
            ModelState.AddModelError(nameof(To), Desk.Text["Choose someone."]);
            return await ShowAsync(cancellation);
        }

        return await FinishAsync(await assign.ExecuteAsync(new(Head.Case.Id, CaseVersion, who), Actor, cancellation), "Case assigned.", nameof(To), cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var today = Times.Today;
        var staff = await db.Set<StaffMember>().AsNoTracking().Where(s => s.DisabledAt == null).OrderBy(s => s.DisplayName).ToListAsync(cancellation);
        People = [.. staff.Where(s => s.MayBeGivenCases).Select(s => new SelectListItem(s.IsAbsent(today) ? Desk.Text["{0} (away)", s.DisplayName] : s.DisplayName, s.Id.ToString())), new(Desk.Text["No one (unassign)"], QueueAddress.Nobody)];
    }
}
