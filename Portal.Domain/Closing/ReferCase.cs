using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Closing;

/// <summary>Refers a constituent to someone who can help, with a letter. The case closes, or stays open because we go on helping.</summary>
public sealed class ReferCase(PortalDb db, OfficePractice practice, Telling telling, TimeProvider clock)
{
    /// <summary>The case as the form saw it, who the constituent is referred to, and the letter.</summary>
    public sealed record Command(Guid CaseId, int? Version, ReferralKind Kind, string To, string Letter)
    {
        /// <summary>The id of the message when the case stays open, which keeps a double-click from sending it twice; null closes the case.</summary>
        public Guid? KeepOpenAs { get; init; }
    }

    /// <summary>Refers the constituent. Referring a closed case changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        // A double submit still sends the version from before the first one was saved.
        if (refusal is null or Outcome.Stale && command.KeepOpenAs is { } sent && await db.FindAsync<Message>([sent], cancellation) is not null)
            return Outcome.Done;
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return Outcome.Done;
        if (!TextLength.Fits(command.To, 2000))
            return new Outcome.Refused("Enter who you're referring the person to, with a phone number or address.");
        if (!TextLength.Fits(command.Letter, Message.MaxLength))
            return new Outcome.Refused("Enter a letter to the constituent, in 10,000 characters or fewer.");
        if (command.KeepOpenAs is null && await db.OpenInquiriesAsync(@case.Id, cancellation) is > 0 and var open)
            return new Outcome.Refused("Inquiries still waiting for an answer: {0}. End them or record the answers first.", open);
        var now = clock.GetUtcNow().UtcDateTime;
        var referral = new Referral
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = @case.Id,
            Kind = command.Kind,
            To = command.To.Trim(),
            MadeAt = now,
            MadeById = actor.Id ?? Guid.Empty,
        };
        db.Add(referral);
        var letter = $"{command.Letter.Trim()}\n\n{command.To.Trim()}";
        if (command.KeepOpenAs is { } key)
        {
            // An answer that wasn't told yet still isn't: the letter is about somebody else.
            await telling.TellAsync(new(this, actor, now), @case, new(key, letter), @case.AnswerUntoldSince is null, cancellation);
            db.Record(this, now, actor, @case.Id, new PersonReferred(referral.Id, command.Kind, key));
            return await db.CommitAsync(cancellation);
        }

        var mail = await MailAsync(@case, command, cancellation);
        var message = await db.EndAsync(new(this, actor, now), @case, ReasonOf(command.Kind), letter, mail, cancellation);
        db.Record(this, now, actor, @case.Id, new CaseReferred(referral.Id, command.Kind, message));
        return await db.CommitAsync(cancellation);
    }

    private async Task<IMail> MailAsync(Case @case, Command command, CancellationToken cancellation) =>
        command.Kind == ReferralKind.OwnMember
            ? new ReferredToMemberMail(
                @case.Reference, (await practice.OfficeAsync(cancellation))?.Chamber ?? default, command.To.Trim())
            : new CaseReferredMail(@case.Reference);

    private static ClosingReason ReasonOf(ReferralKind kind) => kind switch
    {
        ReferralKind.OwnMember => ClosingReason.ReferredToMember,
        ReferralKind.StateOrLocal => ClosingReason.ReferredToStateOrLocal,
        ReferralKind.Regulator => ClosingReason.ReferredToRegulator,
        _ => ClosingReason.ReferredToCommunity,
    };
}
