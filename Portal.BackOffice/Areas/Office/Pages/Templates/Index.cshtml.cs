using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>The release templates: which version people sign, whether somebody checked it, and for which agencies.</summary>
public sealed class IndexModel(PortalDb db) : PageModel
{
    /// <summary>By code, the generic one first.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Agencies that name a template that is not there.</summary>
    public IReadOnlyList<string> Lost { get; private set; } = [];

    /// <summary>A template.</summary>
    /// <param name="Differs">Whether the draft says something else than the published version.</param>
    public sealed record Row(ReleaseTemplate Template, int Number, DateTime PublishedAt, DateOnly? VerifiedOn, bool Differs, IReadOnlyList<string> Agencies);

    /// <summary>Lists them; there are a handful.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var drafts = await db.Set<ReleaseTemplate>().AsNoTracking().OrderBy(t => t.Code).ToListAsync(cancellation);
        var versions = db.Set<ReleaseTemplateVersion>();
        var newest = await versions.AsNoTracking().Where(v => v.Number == versions.Where(o => o.Code == v.Code).Max(o => o.Number)).ToDictionaryAsync(v => v.Code, cancellation);
        var agencies = (await db.Set<Agency>().Where(a => a.Rules.Signature != SignatureClass.None).OrderBy(a => a.Code).Select(a => new { a.Code, a.Rules.TemplateCode }).ToListAsync(cancellation))
            .ToLookup(a => a.TemplateCode, a => a.Code);
        Rows = [.. drafts.Where(d => newest.ContainsKey(d.Code)).Select(d => (Draft: d, Version: newest[d.Code]))
            .Select(t => new Row(t.Draft, t.Version.Number, t.Version.PublishedAt, t.Version.VerifiedOn, !t.Draft.IsPublishedAs(t.Version), [.. agencies[t.Draft.Code]]))
            .OrderByDescending(r => r.Template.Code == ReleaseTemplates.Generic)];
        Lost = [.. agencies.Where(a => !newest.ContainsKey(a.Key)).SelectMany(a => a).Order()];
    }
}
