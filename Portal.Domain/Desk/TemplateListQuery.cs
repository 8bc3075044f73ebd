using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.Domain.Desk;

/// <summary>A template in the list: its draft, the version people sign, and the agencies that use it.</summary>
public sealed record TemplateLine(ReleaseTemplate Draft, ReleaseTemplateVersion Newest, IReadOnlyList<string> Agencies)
{
    /// <summary>Whether the draft says something else than the published version.</summary>
    public bool Differs => !Draft.IsPublishedAs(Newest);
}

/// <summary>The release templates.</summary>
/// <param name="Lines">By code, the generic one first.</param>
/// <param name="WithoutTemplate">Agencies that name a template that is not there.</param>
public sealed record TemplateList(IReadOnlyList<TemplateLine> Lines, IReadOnlyList<string> WithoutTemplate);

/// <summary>Reads the list of templates; there are a handful.</summary>
public sealed class TemplateListQuery(PortalDb db)
{
    /// <summary>Reads it.</summary>
    public async Task<TemplateList> ReadAsync(CancellationToken cancellation)
    {
        var drafts = await db.Set<ReleaseTemplate>().AsNoTracking().OrderBy(t => t.Code).ToListAsync(cancellation);
        var versions = db.Set<ReleaseTemplateVersion>();
        var newest = await versions.AsNoTracking().Where(v => v.Number == versions.Where(o => o.Code == v.Code).Max(o => o.Number)).ToDictionaryAsync(v => v.Code, cancellation);
        var agencies = (await db.Set<Agency>().Where(a => a.Rules.Signature != SignatureClass.None).OrderBy(a => a.Code).Select(a => new { a.Code, a.Rules.TemplateCode }).ToListAsync(cancellation))
            .ToLookup(a => a.TemplateCode, a => a.Code);
        return new(
            [.. drafts.Where(d => newest.ContainsKey(d.Code)).Select(d => new TemplateLine(d, newest[d.Code], [.. agencies[d.Code]])).OrderByDescending(l => l.Draft.Code == ReleaseTemplates.Generic)],
            [.. agencies.Where(a => !newest.ContainsKey(a.Key)).SelectMany(a => a).Order()]);
    }
}
