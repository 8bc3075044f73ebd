using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Cases;

internal static class CaseLoading
{
    /// <summary>Loads a case for staff to change. Refuses if it is missing, not permitted, or, when a version is given, stale.</summary>
    public static Task<(Case Case, Outcome? Refusal)> LoadCaseAsync(
        this PortalDb db, Guid caseId, int? version, Actor actor, Permission permission, CancellationToken cancellation) =>
        LoadAsync(db, caseId, version, actor.Demand(permission), cancellation);

    /// <summary>Loads a case to be changed by its constituent or by permitted staff.</summary>
    public static Task<(Case Case, Outcome? Refusal)> LoadOwnCaseAsync(
        this PortalDb db, Guid caseId, Actor actor, Permission staffPermission, CancellationToken cancellation) =>
        LoadAsync(db, caseId, null, actor.DemandCase(caseId, staffPermission), cancellation);

    /// <summary>The open ones of these cases, the first promised first.</summary>
    public static IQueryable<Guid> OpenByUpdate(this IQueryable<Case> cases) =>
        cases.Where(c => c.ClosedAt == null).OrderBy(c => c.UpdateDueOn).ThenBy(c => c.Id).Select(c => c.Id);

    private static async Task<(Case Case, Outcome? Refusal)> LoadAsync(
        PortalDb db, Guid caseId, int? version, Outcome? refusal, CancellationToken cancellation)
    {
        if (refusal is not null)
            return (null!, refusal);
        var @case = await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == caseId, cancellation);
        return @case is null ? (null!, new Outcome.NotFound())
            : version is { } seen && seen != @case.Version ? (@case, new Outcome.Stale())
            : (@case, null);
    }
}
