using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Closing;

/// <summary>Closes a case with a reason and a closing message to the constituent. Open inquiries must be ended first.</summary>
public sealed class CloseCase(PortalDb db, TimeProvider clock)
{
    /// <summary>The case as the form saw it, the reason, and the closing message.</summary>
    public sealed record Command(Guid CaseId, int? Version, ClosingReason Reason, string FinalMessage);

    /// <summary>Closes the case. Closing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return Outcome.Done;
        if (!TextLength.Fits(command.FinalMessage, Message.MaxLength))
            return new Outcome.Refused("Enter the closing message to the constituent, up to 10,000 characters.");
        if (await db.OpenInquiriesAsync(@case.Id, cancellation) is > 0 and var open)
            return new Outcome.Refused("Inquiries still waiting for an answer: {0}. End them or record the answers first.", open);
        var now = clock.GetUtcNow().UtcDateTime;
        var mail = new CaseClosedMail(@case.Reference, command.Reason == ClosingReason.Deceased);
        var message = await db.EndAsync(new(this, actor, now), @case, command.Reason, command.FinalMessage, mail, cancellation);
        db.Record(this, now, actor, @case.Id, new CaseClosed(command.Reason, message));
        return await db.CommitAsync(cancellation);
    }
}
