using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Forms;
using Portal.BackOffice.Security;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Staff;

/// <summary>Changes what the office knows of somebody, shuts or opens their account, makes a new enrolment link.</summary>
public sealed class EditModel(PortalDb db, OfficePractice practice, ChangeStaff change, AddStaff add, StaffActor staff, SiteAddress site, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public StaffInput Input { get; set; } = new();

    /// <summary>The person.</summary>
    public StaffMember Member { get; private set; } = null!;

    /// <summary>The office's places, by city.</summary>
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <summary>A new enrolment link, after it was made.</summary>
    public Uri? Link { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        Input = StaffInput.Of(Member);
        return Page();
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        if (Input.ToCommand(id, Member.DisabledAt is not null, ModelState, text) is { } command)
            return await AnswerAsync(command, "saved", cancellation);
        return Page();
    }

    /// <summary>Shuts the account or opens it again; what else the form says stays as it is stored.</summary>
    public async Task<IActionResult> OnPostAccountAsync(Guid id, bool shut, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        ModelState.Clear();
        Input = StaffInput.Of(Member);
        return await AnswerAsync(Input.ToCommand(id, shut, ModelState, text)!, shut ? "shut" : "opened", cancellation);
    }

    /// <summary>Makes a new enrolment link; the older one stops working.</summary>
    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        ModelState.Clear();
        Input = StaffInput.Of(Member);
        var outcome = await add.ExecuteAsync(new(Member.Email!, Member.DisplayName, Member.Role), staff.Current, cancellation);
        if (outcome is AddStaff.Added added)
            Link = new(site.Public, $"/office/enrol/{added.Token}");
        else
            ModelState.AddModelError("", text.Say(outcome));
        return Page();
    }

    private async Task<IActionResult> AnswerAsync(ChangeStaff.Command command, string done, CancellationToken cancellation)
    {
        var outcome = await change.ExecuteAsync(command, staff.Current, cancellation);
        if (outcome.Succeeded)
            return LocalRedirect($"/office/staff?done={done}");
        ModelState.AddModelError("", text.Say(outcome));
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellation)
    {
        Places = [.. ((await practice.OfficeAsync(cancellation))?.Locations ?? []).Select(l => l.City).Distinct().Order().Select(c => new SelectListItem(c, c))];
        Member = (await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation))!;
        return Member is not null;
    }
}
