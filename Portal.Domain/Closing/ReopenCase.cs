using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Closing;

/// <summary>Takes a closed case up again. Whether its release still holds is asked anew when something is sent.</summary>
public sealed class ReopenCase(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The case as the form saw it.</summary>
    public sealed record Command(Guid CaseId, int? Version);

    /// <summary>Reopens. Reopening an open case changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (file, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (!file.IsClosed)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        file.Reopen(UpdatePromise.First(await calendars.ReadAsync(cancellation), now, file.Priority));
        db.Record(this, now, actor, file.Id, new CaseReopened());
        if (file.ContactEmail is { } email)
            db.Queue(now, new SomethingToReadMail(file.Reference), email, file.Language, file.Id, Guid.CreateVersion7(new DateTimeOffset(now)));
        return await db.CommitAsync(cancellation);
    }
}
