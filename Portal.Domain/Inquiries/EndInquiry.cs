using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries;

/// <summary>Ends an inquiry without waiting for the agency's answer; a note says why.</summary>
public sealed class EndInquiry(PortalDb db, TimeProvider clock)
{
    /// <summary>The inquiry, and why it ends without an answer.</summary>
    public sealed record Command(Guid CaseId, Guid InquiryId, string Why, Guid Key);

    /// <summary>Ends it. Ending it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        var inquiry = await db.Set<AgencyInquiry>().SingleOrDefaultAsync(i => i.Id == command.InquiryId && i.CaseId == @case.Id, cancellation);
        if (inquiry is null)
            return new Outcome.NotFound();
        if (!inquiry.IsOpen)
            return Outcome.Done;
        if (!TextLength.Fits(command.Why, Message.MaxLength))
            return new Outcome.Refused("Enter why the inquiry is ending without an answer.");
        var now = clock.GetUtcNow().UtcDateTime;
        inquiry.End(now);
        db.Add(new CaseNote { Id = command.Key, CaseId = @case.Id, AuthorId = actor.Id ?? Guid.Empty, Body = command.Why, WrittenAt = now });
        @case.EndInquiry(inquiry.Id);
        db.Record(this, now, actor, @case.Id, new InquiryEnded(inquiry.Id));
        db.Record(this, now, actor, @case.Id, new NoteWritten(command.Key));
        return await db.CommitAsync(cancellation);
    }
}
