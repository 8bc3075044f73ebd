using Microsoft.EntityFrameworkCore;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>A published version in a template's history.</summary>
/// <param name="By">Who published it; null for versions that ship with Portal.</param>
/// <param name="IsDraft">Whether the draft is identical to it.</param>
public sealed record PublishedVersion(int Number, DateTime At, string? By, DateOnly? VerifiedOn, bool IsDraft);

/// <summary>A template's draft and its published versions, newest first, without their wording.</summary>
public sealed record TemplatePage(ReleaseTemplate Draft, IReadOnlyList<PublishedVersion> Versions);

/// <summary>Reads a template for the pages that edit it and show its history.</summary>
public sealed class TemplatePageQuery(PortalDb db, StaffDirectory staff)
{
    /// <summary>The template; null when there is none.</summary>
    public async Task<TemplatePage?> ReadAsync(string code, CancellationToken cancellation)
    {
        if (await db.Set<ReleaseTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, cancellation) is not { } draft)
            return null;
        var rows = await db.Set<ReleaseTemplateVersion>().Where(v => v.Code == draft.Code).OrderByDescending(v => v.Number)
            .Select(v => new
            {
                v.Number,
                v.PublishedAt,
                v.PublishedById,
                v.VerifiedOn,
                IsDraft = v.Wording == draft.Wording && v.Source == draft.Source && v.VerifiedOn == draft.VerifiedOn,
            })
            .ToListAsync(cancellation);
        var names = await staff.NamesAsync(cancellation);
        return new(draft, [.. rows.Select(r => new PublishedVersion(
            r.Number, r.PublishedAt, r.PublishedById is { } by ? names.GetValueOrDefault(by, "–") : null, r.VerifiedOn, r.IsDraft))]);
    }

    /// <summary>A published version with its wording; null when there is none.</summary>
    public Task<ReleaseTemplateVersion?> VersionAsync(string code, int number, CancellationToken cancellation) =>
        db.Set<ReleaseTemplateVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Code == code && v.Number == number, cancellation);
}
