using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.MailRoom;

/// <summary>Somebody read an email that was filed as an agency's answer: it isn't one, or the answer is already recorded. Its documents stay on the case.</summary>
public sealed class DismissAnswer(PortalDb db, TimeProvider clock)
{
    /// <summary>The case and the email.</summary>
    public sealed record Command(Guid CaseId, Guid MailId);

    /// <summary>Stops waiting for confirmation. Doing so twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        if (!await db.Set<ReceivedMail>().AnyAsync(m => m.Id == command.MailId && m.CaseId == @case.Id, cancellation))
            return new Outcome.NotFound();
        if (!@case.AnswersToConfirm.Contains(command.MailId))
            return Outcome.Done;
        @case.EndConfirmation(command.MailId);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new EmailIsNoAnswer(command.MailId));
        return await db.CommitAsync(cancellation);
    }
}
