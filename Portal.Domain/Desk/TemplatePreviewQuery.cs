using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.Domain.Desk;

/// <summary>A template to preview as a document.</summary>
/// <param name="Draft">The template.</param>
/// <param name="Words">The requested version, or the draft as a temporary version.</param>
/// <param name="Numbers">The numbers of the published versions, newest first.</param>
/// <param name="Agencies">The agencies that require a release, those that use this template first.</param>
/// <param name="Recipient">The office the release names as recipient.</param>
public sealed record TemplateToPreview(
    ReleaseTemplate Draft, ReleaseTemplateVersion Words, IReadOnlyList<int> Numbers, IReadOnlyList<Agency> Agencies, ReleaseRecipient Recipient);

/// <summary>Reads a template for its preview page.</summary>
public sealed class TemplatePreviewQuery(PortalDb db, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The template; null when the template, the version, or the office doesn't exist.</summary>
    /// <param name="number">A published version; null for the draft.</param>
    public async Task<TemplateToPreview?> ReadAsync(string code, int? number, CancellationToken cancellation)
    {
        if (await db.Set<ReleaseTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, cancellation) is not { } draft
            || await practice.OfficeAsync(cancellation) is not { } office)
            return null;
        var versions = db.Set<ReleaseTemplateVersion>().AsNoTracking().Where(v => v.Code == code);
        var words = number is null ? ReleaseTemplateVersion.From(draft, 0, clock.GetUtcNow().UtcDateTime, null)
            : await versions.SingleOrDefaultAsync(v => v.Number == number, cancellation);
        if (words is null)
            return null;
        var agencies = await db.Set<Agency>().AsNoTracking()
            .Where(a => a.Rules.Signature != SignatureClass.None)
            .OrderBy(a => a.Code)
            .ToListAsync(cancellation);
        return new(
            draft, words, await versions.OrderByDescending(v => v.Number).Select(v => v.Number).ToListAsync(cancellation),
            [.. agencies.OrderByDescending(a => a.Rules.TemplateCode == code)], office.Recipient());
    }
}
