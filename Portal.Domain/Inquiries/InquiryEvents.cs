using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Inquiries;

/// <summary>An agency was asked.</summary>
public sealed record InquirySent(Guid InquiryId, string Agency, PermittedAsk Ask, InquiryMethod Method, Guid? ReleaseId, string? ExceptionCitation, DateOnly ExpectedOn) : IEvent;

/// <summary>The agency said that it has the inquiry.</summary>
public sealed record InquiryAcknowledged(Guid InquiryId, Guid ResponseId) : IEvent;

/// <summary>The agency sent news.</summary>
public sealed record InterimResponseReceived(Guid InquiryId, Guid ResponseId) : IEvent;

/// <summary>The agency sent its last word.</summary>
public sealed record FinalResponseReceived(Guid InquiryId, Guid ResponseId) : IEvent;

/// <summary>Staff ended an inquiry without a final answer.</summary>
public sealed record InquiryEnded(Guid InquiryId) : IEvent;

/// <summary>The agency has not answered by the expected day: a follow-up is due, the <paramref name="FollowUpsDue"/>-th.</summary>
public sealed record InquiryOverdue(Guid InquiryId, int FollowUpsDue, DateOnly ExpectedOn) : IEvent;

/// <summary>The agency was asked again.</summary>
public sealed record InquiryFollowedUp(Guid InquiryId, Guid FollowUpId, InquiryMethod Method, bool Escalation) : IEvent;

/// <summary>As many follow-ups as the agency is given have not helped.</summary>
public sealed record InquiryEscalated(Guid InquiryId, int FollowUps) : IEvent;

/// <summary>An agency does not answer: whoever leads the casework decides how to go on.</summary>
public sealed record InquiryEscalatedMail(string Reference, string Agency, int FollowUps) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Case {0}: the agency hasn't answered our follow-ups", Reference),
    [
        FollowUps == 1
            ? desk.T("{0} hasn't answered our inquiry on case {1}, and a follow-up has come due. Decide with the caseworker how to escalate it.", Agency, Reference)
            : desk.T("{0} hasn't answered our inquiry on case {1}, and {2} follow-ups have come due. Decide with the caseworker how to escalate it.", Agency, Reference, FollowUps),
    ])
    {
        Link = (desk.T("Open the case"), desk.Page($"/office/cases/{Reference}")),
        WaysBack = WaysBack.Unsaid,
    };
}
