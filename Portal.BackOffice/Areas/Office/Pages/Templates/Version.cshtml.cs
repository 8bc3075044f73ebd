using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Desk;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>A published version, clause by clause, exactly as published.</summary>
public sealed class VersionModel(TemplatePageQuery query) : PageModel
{
    /// <summary>The template it belongs to.</summary>
    public ReleaseTemplate Template { get; private set; } = null!;

    /// <summary>The version.</summary>
    public ReleaseTemplateVersion Version { get; private set; } = null!;

    /// <summary>Its entry in the version history.</summary>
    public PublishedVersion Line { get; private set; } = null!;

    /// <summary>Shows the version.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int number, CancellationToken cancellation)
    {
        if (await query.VersionAsync(code, number, cancellation) is not { } version
            || await query.ReadAsync(code, cancellation) is not var (template, versions))
            return NotFound();
        (Template, Version, Line) = (template, version, versions.Single(v => v.Number == number));
        return Page();
    }
}
