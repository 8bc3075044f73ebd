using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Staff;

/// <summary>Changes what the office knows of somebody, shuts or opens their account, makes links to enroll or to reset the sign-in.</summary>
public sealed class EditModel(PortalDb db, OfficePractice practice, QueueNames names, ChangeStaff change, AddStaff add, ResetSignIn reset, StaffActor staff, SiteAddress site, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public StaffInput Input { get; set; } = new();

    /// <summary>Whether the administrator made sure who asks for a reset.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>Whether the person can sign in.</summary>
    public bool IsEnrolled { get; private set; }

    /// <summary>The person.</summary>
    public StaffMember Member { get; private set; } = null!;

    /// <summary>The office's places, by city.</summary>
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    private QueueNames.Choices _choices = null!;

    internal IReadOnlyList<SelectListItem> Agencies => _choices.Agencies;

    internal IReadOnlyList<SelectListItem> Topics => _choices.Topics;

    internal IReadOnlyDictionary<string, string> AgencyOf => _choices.AgencyOf;

    // The command line and older versions know beginnings of topic codes too.
    internal IReadOnlyList<string> BeginningsKnown => [.. StaffInput.From(Member, "en").Specialties.Where(c => !IsListed(c))];

    private bool IsListed(string code) => AgencyOf.ContainsKey(code) || Agencies.Any(a => a.Value == code);

    /// <summary>A new link, after it was made.</summary>
    public Uri? Link { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        Input = StaffInput.From(Member, text.Language);
        return Page();
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        Input.Specialties.RemoveAll(c => !IsListed(c) && !BeginningsKnown.Contains(c));
        if (Input.ToCommand(id, Member.DisabledAt is not null, ModelState, text) is { } command)
            return await SaveAsync(command, "Change saved.", cancellation);
        return Page();
    }

    /// <summary>Shuts the account or opens it again; what else the form says stays as it is stored.</summary>
    public async Task<IActionResult> OnPostAccountAsync(Guid id, bool shut, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        ModelState.Clear();
        Input = StaffInput.From(Member, text.Language);
        return await SaveAsync(
            Input.ToCommand(id, shut, ModelState, text)!, shut ? "Account deactivated. All of this person's sessions have ended." : "Account reactivated.", cancellation);
    }

    /// <summary>Makes a new enrollment link; the older one stops working.</summary>
    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        ModelState.Clear();
        Input = StaffInput.From(Member, text.Language);
        var outcome = await add.ExecuteAsync(new(Member.Email!, Member.DisplayName, Member.Role), staff.Current, cancellation);
        if (outcome is AddStaff.Added added)
            Link = new(site.Public, Links.Office.Enroll(added.Token));
        else
            ModelState.AddModelError("", text.Explain(outcome));
        return Page();
    }

    /// <summary>Makes a link by which the person chooses a new password.</summary>
    public Task<IActionResult> OnPostPasswordAsync(Guid id, CancellationToken cancellation) => ResetAsync(id, Links.Office.NewPassword, secondFactorToo: false, cancellation);

    /// <summary>Makes a link by which the person sets everything up anew.</summary>
    public Task<IActionResult> OnPostAnewAsync(Guid id, CancellationToken cancellation) => ResetAsync(id, Links.Office.Enroll, secondFactorToo: true, cancellation);

    // The link is shown in the answer itself: it must not lie in a cookie or an address.
    private async Task<IActionResult> ResetAsync(Guid id, Func<string, string> page, bool secondFactorToo, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        ModelState.Clear();
        Input = StaffInput.From(Member, text.Language);
        var outcome = await reset.ExecuteAsync(new(id, secondFactorToo, Sure), staff.Current, cancellation);
        if (outcome is ResetSignIn.Made made)
            Link = new(site.Public, page(made.Token));
        else
            ModelState.AddModelError(secondFactorToo ? nameof(Sure) : "", text.Explain(outcome));
        return Page();
    }

    private async Task<IActionResult> SaveAsync(ChangeStaff.Command command, string notice, CancellationToken cancellation)
    {
        var outcome = await change.ExecuteAsync(command, staff.Current, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Staff, notice);
        ModelState.AddModelError("", text.Explain(outcome));
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellation)
    {
        Places = [.. ((await practice.OfficeAsync(cancellation))?.Locations ?? []).Select(l => l.City).Distinct().Order().Select(c => new SelectListItem(c, c))];
        Member = (await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation))!;
        IsEnrolled = Member is not null && (Member is { PasswordHash: not null, TwoFactorEnabled: true } || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == id, cancellation));
        (_, _, _choices) = await names.ReadAsync(text.Language, cancellation);
        return Member is not null;
    }
}
