using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

internal static class CaseLoading
{
    /// <summary>Loads a case for changing: found, permitted, and, when the form carried a version, not stale.</summary>
    public static async Task<(Case File, Outcome? Refusal)> LoadCaseAsync(
        this PortalDb db, Guid caseId, int? version, Actor actor, Permission permission, CancellationToken cancellation)
    {
        if (actor.DemandCase(caseId, permission) is { } refusal)
            return (null!, refusal);
        var file = await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == caseId, cancellation);
        return file is null ? (null!, new Outcome.NotFound())
            : version is { } seen && seen != file.Version ? (file, new Outcome.Stale())
            : (file, null);
    }
}
