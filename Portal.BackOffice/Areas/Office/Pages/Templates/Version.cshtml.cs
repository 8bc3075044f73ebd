using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>A published version, clause by clause, as it was frozen.</summary>
public sealed class VersionModel(PortalDb db) : PageModel
{
    /// <summary>The template it is a version of.</summary>
    public ReleaseTemplate Template { get; private set; } = null!;

    /// <summary>The version.</summary>
    public ReleaseTemplateVersion Version { get; private set; } = null!;

    /// <summary>Its line of the history.</summary>
    public PublishedVersion Line { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int number, CancellationToken cancellation)
    {
        Version = (await db.Set<ReleaseTemplateVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Code == code && v.Number == number, cancellation))!;
        if (Version is null)
            return NotFound();
        Template = await db.Set<ReleaseTemplate>().AsNoTracking().SingleAsync(t => t.Code == code, cancellation);
        Line = (await PublishedVersion.ReadAsync(db, Template, cancellation)).Single(v => v.Number == number);
        return Page();
    }
}
