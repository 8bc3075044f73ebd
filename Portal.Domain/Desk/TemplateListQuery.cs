using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.Domain.Desk;

/// <summary>A row of the template list: the draft, the version people sign, and the agencies that use it.</summary>
public sealed record TemplateLine(ReleaseTemplate Draft, ReleaseTemplateVersion Newest, IReadOnlyList<string> Agencies)
{
    /// <summary>Whether the draft differs from the published version.</summary>
    public bool Differs => !Draft.IsPublishedAs(Newest);
}

/// <summary>The release templates.</summary>
/// <param name="Lines">By code, the generic one first.</param>
/// <param name="WithoutTemplate">Agencies whose template doesn't exist.</param>
public sealed record TemplateList(IReadOnlyList<TemplateLine> Lines, IReadOnlyList<string> WithoutTemplate);

/// <summary>Reads the list of templates; unpaged, because there are only a handful.</summary>
public sealed class TemplateListQuery(PortalDb db)
{
    /// <summary>Reads the list.</summary>
    public async Task<TemplateList> ReadAsync(CancellationToken cancellation)
    {
        var drafts = await db.Set<ReleaseTemplate>().AsNoTracking().OrderBy(t => t.Code).ToListAsync(cancellation);
        var versions = db.Set<ReleaseTemplateVersion>();
        var newest = await versions.AsNoTracking()
            .Where(v => v.Number == versions.Where(o => o.Code == v.Code).Max(o => o.Number))
            .ToDictionaryAsync(v => v.Code, cancellation);
        var rows = await db.Set<Agency>()
            .Where(a => a.Rules.Signature != SignatureClass.None)
            .OrderBy(a => a.Code)
            .Select(a => new { a.Code, a.Rules.TemplateCode })
            .ToListAsync(cancellation);
        var agencies = rows.ToLookup(a => a.TemplateCode, a => a.Code);
        var lines = drafts.Where(d => newest.ContainsKey(d.Code))
            .Select(d => new TemplateLine(d, newest[d.Code], [.. agencies[d.Code]]))
            .OrderByDescending(l => l.Draft.Code == ReleaseTemplates.Generic);
        return new([.. lines], [.. agencies.Where(a => !newest.ContainsKey(a.Key)).SelectMany(a => a).Order()]);
    }
}
