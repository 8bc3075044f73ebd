using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.Domain.Desk;

/// <summary>What publishing a draft would change, and who it affects.</summary>
/// <param name="Newest">The version people sign now; null before the first one.</param>
/// <param name="Agencies">The agencies that use the template.</param>
/// <param name="Waiting">How many people have been asked to sign and haven't yet.</param>
public sealed record TemplateToPublish(ReleaseTemplate Draft, ReleaseTemplateVersion? Newest, IReadOnlyList<string> Agencies, int Waiting)
{
    /// <summary>The version number it will get.</summary>
    public int NextNumber => (Newest?.Number ?? 0) + 1;

    /// <summary>Whether there is anything to publish.</summary>
    public bool Differs => Newest is null || !Draft.IsPublishedAs(Newest);
}

/// <summary>Reads a template for its publish page.</summary>
public sealed class PublishTemplateQuery(PortalDb db)
{
    /// <summary>The template; null when there is none.</summary>
    public async Task<TemplateToPublish?> ReadAsync(string code, CancellationToken cancellation)
    {
        if (await db.Set<ReleaseTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, cancellation) is not { } draft)
            return null;
        var newest = await db.Set<ReleaseTemplateVersion>().AsNoTracking()
            .Where(v => v.Code == code)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(cancellation);
        var agencies = db.Set<Agency>()
            .Where(a => a.Rules.TemplateCode == code && a.Rules.Signature != SignatureClass.None)
            .Select(a => a.Code);
        return new(
            draft, newest, await agencies.Order().ToListAsync(cancellation),
            await db.Set<PrivacyRelease>()
                .CountAsync(r => r.Status == ReleaseStatus.Requested && agencies.Contains(r.AgencyCode), cancellation));
    }
}
