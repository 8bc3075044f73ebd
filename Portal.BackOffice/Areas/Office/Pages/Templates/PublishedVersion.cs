using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>A line of a template's history.</summary>
/// <param name="By">Who published it; null for what came with the program.</param>
/// <param name="IsDraft">Whether the draft says the same.</param>
public sealed record PublishedVersion(int Number, DateTime At, string? By, DateOnly? VerifiedOn, bool IsDraft)
{
    /// <summary>The versions of a template, the newest first, without their words.</summary>
    public static async Task<IReadOnlyList<PublishedVersion>> ReadAsync(PortalDb db, ReleaseTemplate draft, CancellationToken cancellation)
    {
        var rows = await db.Set<ReleaseTemplateVersion>().Where(v => v.Code == draft.Code).OrderByDescending(v => v.Number)
            .Select(v => new { v.Number, v.PublishedAt, v.PublishedById, v.VerifiedOn, IsDraft = v.Wording == draft.Wording && v.Source == draft.Source && v.VerifiedOn == draft.VerifiedOn })
            .ToListAsync(cancellation);
        var ids = rows.Select(r => r.PublishedById).Distinct().ToList();
        var names = await db.Set<StaffMember>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellation);
        return [.. rows.Select(r => new PublishedVersion(r.Number, r.PublishedAt, r.PublishedById is { } by ? names.GetValueOrDefault(by, "–") : null, r.VerifiedOn, r.IsDraft))];
    }
}
