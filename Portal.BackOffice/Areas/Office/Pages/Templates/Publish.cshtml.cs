using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>What publishing the draft would change, and the button that does it.</summary>
public sealed class PublishModel(PortalDb db, PublishTemplate publish, StaffActor staff, Translator text) : PageModel
{
    /// <summary>The version of the draft the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The draft.</summary>
    public ReleaseTemplate Template { get; private set; } = null!;

    /// <summary>What people sign now.</summary>
    public ReleaseTemplateVersion? Newest { get; private set; }

    /// <summary>What differs.</summary>
    public IReadOnlyList<WordingChange> Changes { get; private set; } = [];

    /// <summary>What keeps it from being published.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; private set; } = [];

    /// <summary>The agencies that use the template.</summary>
    public IReadOnlyList<string> Agencies { get; private set; } = [];

    /// <summary>How many people were asked to sign and have not yet.</summary>
    public int Waiting { get; private set; }

    /// <summary>The number it will get.</summary>
    public int NextNumber => (Newest?.Number ?? 0) + 1;

    /// <summary>Whether there is anything to publish.</summary>
    public bool Differs => Newest is null || !Template.IsPublishedAs(Newest);

    /// <summary>Shows what would change.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await ReadAsync(code, cancellation) ? Page() : NotFound();

    /// <summary>Publishes.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        var outcome = await publish.ExecuteAsync(new(code, Version), staff.Current, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Template(code), "New version published. People will sign it from now on. Releases already signed don't change.");
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        ModelState.AddModelError("", text.Explain(outcome));
        return Page();
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation)
    {
        Template = (await db.Set<ReleaseTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, cancellation))!;
        if (Template is null)
            return false;
        Newest = await db.Set<ReleaseTemplateVersion>().AsNoTracking().Where(v => v.Code == code).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);
        Changes = Newest is null ? [] : WordingChanges.Between(Newest.Words(), Template.Words(), text);
        Problems = TemplateCheck.ProblemsOf(Template.Words());
        var agencies = db.Set<Agency>().Where(a => a.Rules.TemplateCode == code && a.Rules.Signature != SignatureClass.None).Select(a => a.Code);
        Agencies = await agencies.Order().ToListAsync(cancellation);
        Waiting = await db.Set<PrivacyRelease>().CountAsync(r => r.Status == ReleaseStatus.Requested && agencies.Contains(r.AgencyCode), cancellation);
        return true;
    }
}
