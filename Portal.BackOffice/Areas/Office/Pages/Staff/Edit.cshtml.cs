using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Staff;

/// <summary>Edits a staff member, deactivates or reactivates the account, and creates enrollment and reset links.</summary>
public sealed class EditModel(
    StaffPageQuery query, AgencyAndTopicNames names, ChangeStaff change, StaffActor staff, SiteAddress site, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public StaffInput Input { get; set; } = new();

    /// <summary>Whether the administrator confirmed who is asking for a reset.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>The staff member, with the options on the form.</summary>
    public StaffPage Person { get; private set; } = null!;

    /// <summary>The staff member.</summary>
    public StaffMember Member => Person.Member;

    /// <summary>A new link, after it was created.</summary>
    public Uri? Link { get; private set; }

    internal AgencyAndTopicNames.Names Names { get; private set; } = null!;

    internal IEnumerable<SelectListItem> Places => Person.Cities.Select(c => new SelectListItem(c, c));

    internal IEnumerable<SelectListItem> Takers => Person.Takers.Select(c => new SelectListItem(c.Name, c.Id.ToString()));

    // The command line and older versions also allow prefixes of topic codes.
    internal IReadOnlyList<string> BeginningsKnown => [.. StaffInput.From(Member, "en").Specialties.Where(c => !IsListed(c))];

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => StartAsync(id, () => Task.CompletedTask, cancellation);

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        Input.Specialties.RemoveAll(c => !IsListed(c) && !BeginningsKnown.Contains(c));
        return Input.ToCommand(id, Member.DisabledAt is not null, new(this, text)) is { } command
            ? await SaveAsync(command, "Change saved.", cancellation)
            : Page();
    }

    /// <summary>Deactivates or reactivates the account. Other fields keep their stored values.</summary>
    public async Task<IActionResult> OnPostAccountAsync(Guid id, bool shut, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        ModelState.Clear();
        Input = StaffInput.From(Member, text.Language);
        return await SaveAsync(
            Input.ToCommand(id, shut, new(this, text))!,
            shut ? "Account deactivated. All of this person's sessions have ended." : "Account reactivated.",
            cancellation);
    }

    /// <summary>Creates a new enrollment link; the previous one stops working.</summary>
    public Task<IActionResult> OnPostLinkAsync([FromServices] AddStaff add, Guid id, CancellationToken cancellation) => StartAsync(id, async () =>
    {
        var outcome = await add.ExecuteAsync(new(Member.Email!, Member.DisplayName, Member.Role), staff.Current, cancellation);
        if (outcome is AddStaff.Added added)
            Link = new(site.Public, Links.Office.Enroll(added.Token));
        else
            new FormCheck(this, text).Refusal(outcome);
    }, cancellation);

    /// <summary>Creates a link for choosing a new password.</summary>
    public Task<IActionResult> OnPostPasswordAsync([FromServices] ResetSignIn reset, Guid id, CancellationToken cancellation) =>
        StartAsync(
            id,
            async () => Show(
                await reset.ExecuteAsync(new(id, false) { SureWhoAsks = Sure }, staff.Current, cancellation), Links.Office.NewPassword, ""),
            cancellation);

    /// <summary>Creates a link for setting up the sign-in from scratch.</summary>
    public Task<IActionResult> OnPostAnewAsync([FromServices] ResetSignIn reset, Guid id, CancellationToken cancellation) =>
        StartAsync(
            id,
            async () => Show(
                await reset.ExecuteAsync(new(id, true) { SureWhoAsks = Sure }, staff.Current, cancellation), Links.Office.Enroll, nameof(Sure)),
            cancellation);

    // The link is shown in this response because it must not end up in a cookie or URL.
    private void Show(Outcome outcome, Func<string, string> page, string field)
    {
        if (outcome is ResetSignIn.Made made)
            Link = new(site.Public, page(made.Token));
        else
            new FormCheck(this, text).Refusal(outcome, field);
    }

    private async Task<IActionResult> SaveAsync(ChangeStaff.Command command, string notice, CancellationToken cancellation)
    {
        var outcome = await change.ExecuteAsync(command, staff.Current, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Staff, notice);
        new FormCheck(this, text).Refusal(outcome);
        return Page();
    }

    // Shows the stored values after a different action.
    private async Task<IActionResult> StartAsync(Guid id, Func<Task> first, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        ModelState.Clear();
        Input = StaffInput.From(Member, text.Language);
        await first();
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellation)
    {
        Person = (await query.ReadAsync(id, cancellation))!;
        Names = await names.ReadAsync(text.Language, cancellation);
        return Person is not null;
    }

    private bool IsListed(string code) => Names.AgencyOf.ContainsKey(code) || Names.Agencies.ContainsKey(code);
}
