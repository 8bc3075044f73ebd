using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Closing;

/// <summary>Tells the constituent that their case was reopened.</summary>
public sealed record CaseReopenedMail(string Reference, DateOnly NextOn) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We reopened case {0}", Reference),
    [
        desk.T(
            "We've reopened case {0}. Your earlier releases ended when it was closed, so we may ask you to sign again. You'll hear from us by {1}.",
            Reference, desk.Day(NextOn)),
    ])
    {
        Link = (desk.T("See my case"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>Reopens a closed case. Its releases are checked again before anything is sent.</summary>
public sealed class ReopenCase(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The case as the form saw it.</summary>
    public sealed record Command(Guid CaseId, int? Version);

    /// <summary>Reopens the case. Reopening an open case changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (!@case.IsClosed)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        @case.Reopen(UpdatePromise.First(await calendars.ReadAsync(cancellation), now, @case.Priority), now);
        db.Record(this, now, actor, @case.Id, new CaseReopened());
        if (@case.ContactEmail is { } email)
            db.Queue(
                now, new CaseReopenedMail(@case.Reference, @case.PromisedOn!.Value), new(email, @case.Language), @case.Id,
                Guid.CreateVersion7(new DateTimeOffset(now)));
        return await db.CommitAsync(cancellation);
    }
}
