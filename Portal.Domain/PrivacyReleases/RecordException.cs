using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Staff confirm that the condition of an agency's statutory exception is met in this case.</summary>
public sealed class RecordException(PortalDb db, TimeProvider clock)
{
    /// <summary>The case as the page showed it, the agency, and whether the condition was confirmed.</summary>
    public sealed record Command(Guid CaseId, int? Version, string AgencyCode, bool Confirmed);

    /// <summary>Records the exception. Recording it again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        var agency = await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == command.AgencyCode, cancellation);
        if (agency is null)
            return new Outcome.Refused("Choose an agency from the list.");
        if (agency.Rules.ExceptionCitation is not { } citation)
            return new Outcome.Refused("We have no exception for {0}. A signed release is required.", agency.BothShortNames());
        if (!command.Confirmed)
            return new Outcome.Refused("Confirm that the exception's condition is met.");
        if (await db.Set<PrivacyRelease>().AnyAsync(
            r => r.CaseId == @case.Id && r.AgencyCode == agency.Code && r.Status == ReleaseStatus.Withdrawn, cancellation))
            return new Outcome.Refused(
                "The person withdrew their consent for {0}, so an exception can't be used. Request a new release.", agency.BothShortNames());
        if (await db.Set<ReleaseException>().AnyAsync(
            e => e.CaseId == @case.Id && e.AgencyCode == agency.Code && e.EndedAt == null, cancellation))
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        var exception = new ReleaseException
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = @case.Id,
            AgencyCode = agency.Code,
            Citation = citation,
            Condition = agency.Rules.ExceptionCondition ?? "",
            RecordedById = actor.Id ?? Guid.Empty,
            RecordedAt = now,
        };
        db.Add(exception);
        db.Record(this, now, actor, @case.Id, new ExceptionRecorded(exception.Id, agency.Code, citation));
        return await db.CommitAsync(cancellation);
    }
}
