using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Staff withdraw a recorded exception.</summary>
public sealed class EndException(PortalDb db, TimeProvider clock)
{
    /// <summary>The case and the exception.</summary>
    public sealed record Command(Guid CaseId, Guid ExceptionId);

    /// <summary>Ends the exception. Ending it again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        var exception = await db.Set<ReleaseException>().SingleOrDefaultAsync(e => e.Id == command.ExceptionId && e.CaseId == @case.Id, cancellation);
        if (exception is null)
            return new Outcome.NotFound();
        if (exception.EndedAt is not null)
            return Outcome.Done;
        await db.EndExceptionsAsync(new(this, actor, clock.GetUtcNow().UtcDateTime), @case.Id, exception.AgencyCode, cancellation);
        return await db.CommitAsync(cancellation);
    }
}

internal static class EndingExceptions
{
    /// <summary>Ends the open exceptions of a case, for one agency or, when null, for all. Doesn't save.</summary>
    public static async Task EndExceptionsAsync(this PortalDb db, Act act, Guid caseId, string? agency, CancellationToken cancellation)
    {
        foreach (var exception in await db.Set<ReleaseException>()
            .Where(e => e.CaseId == caseId && e.EndedAt == null && (agency == null || e.AgencyCode == agency)).ToListAsync(cancellation))
        {
            exception.End(act.At);
            db.Record(act, caseId, new ExceptionEnded(exception.Id, exception.AgencyCode));
        }
    }
}
