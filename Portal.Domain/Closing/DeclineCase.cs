using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Closing;

/// <summary>Declines a request with a letter that says why.</summary>
public sealed class DeclineCase(PortalDb db, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The reasons a request may be declined for.</summary>
    public static readonly IReadOnlyList<ClosingReason> Reasons =
    [
        ClosingReason.ReferredToMember, ClosingReason.NotFederal, ClosingReason.BeforeCourt, ClosingReason.Duplicate,
        ClosingReason.ReferredToStateOrLocal, ClosingReason.ReferredToRegulator, ClosingReason.ReferredToCommunity, ClosingReason.InformationGiven,
    ];

    /// <summary>The case as the form saw it, the reason, and the letter.</summary>
    public sealed record Command(Guid CaseId, int? Version, ClosingReason Reason, string Letter);

    /// <summary>Declines the request. Refused once an agency has been contacted.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return Outcome.Done;
        if (!Reasons.Contains(command.Reason))
            return new Outcome.Refused("Choose a reason from the list.");
        if (!TextLength.Fits(command.Letter, Message.MaxLength))
            return new Outcome.Refused("Enter a letter to the constituent, in 10,000 characters or fewer.");
        if (await db.Set<AgencyInquiry>().AnyAsync(i => i.CaseId == @case.Id, cancellation))
            return new Outcome.Refused("We've already contacted an agency. Close the case instead.");
        var now = clock.GetUtcNow().UtcDateTime;
        var mail = await MailAsync(@case, command.Reason, cancellation);
        var message = await db.EndAsync(new(this, actor, now), @case, command.Reason, command.Letter, mail, cancellation);
        db.Record(this, now, actor, @case.Id, new CaseDeclined(command.Reason, message));
        return await db.CommitAsync(cancellation);
    }

    private async Task<IMail> MailAsync(Case @case, ClosingReason reason, CancellationToken cancellation) => reason switch
    {
        ClosingReason.ReferredToMember =>
            new ReferredToMemberMail(@case.Reference, (await practice.OfficeAsync(cancellation))?.Chamber ?? default, null),
        ClosingReason.ReferredToStateOrLocal or ClosingReason.ReferredToRegulator or ClosingReason.ReferredToCommunity =>
            new CaseReferredMail(@case.Reference),
        _ => new CaseDeclinedMail(@case.Reference),
    };
}
