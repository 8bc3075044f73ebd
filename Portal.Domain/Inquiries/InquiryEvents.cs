using Portal.Domain.Agencies;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Inquiries;

/// <summary>An inquiry was sent to an agency.</summary>
public sealed record InquirySent(
    Guid InquiryId, string Agency, PermittedAsk Ask, InquiryMethod Method, Guid? ReleaseId, string? ExceptionCitation) : IEvent
{
    /// <summary>When an answer is due.</summary>
    public required DateOnly ExpectedOn { get; init; }
}

/// <summary>The agency acknowledged the inquiry.</summary>
public sealed record InquiryAcknowledged(Guid InquiryId, Guid ResponseId) : IEvent;

/// <summary>The agency sent an interim answer.</summary>
public sealed record InterimResponseReceived(Guid InquiryId, Guid ResponseId) : IEvent;

/// <summary>The agency sent its final answer.</summary>
public sealed record FinalResponseReceived(Guid InquiryId, Guid ResponseId) : IEvent;

/// <summary>The constituent said how far an agency's final answer helped.</summary>
/// <param name="Help">Null when they skipped the question.</param>
public sealed record AnswerRated(Guid ResponseId, string Agency, AnswerHelp? Help) : IEvent;

/// <summary>An agency's decision started a deadline.</summary>
public sealed record DeadlineStarted(Guid DeadlineId, string Agency, DateOnly LastDay) : IEvent
{
    /// <summary>The period it follows; null when staff entered the day themselves.</summary>
    public string? Period { get; init; }
}

/// <summary>Staff ended an inquiry without a final answer.</summary>
public sealed record InquiryEnded(Guid InquiryId) : IEvent;

/// <summary>The agency's answer is late, and another follow-up is due; <paramref name="FollowUpsDue"/> counts them.</summary>
public sealed record InquiryOverdue(Guid InquiryId, int FollowUpsDue, DateOnly ExpectedOn) : IEvent;

/// <summary>Staff followed up with the agency.</summary>
public sealed record InquiryFollowedUp(Guid InquiryId, Guid FollowUpId, InquiryMethod Method, bool Escalation) : IEvent;

/// <summary>The agency didn't answer the number of follow-ups its settings allow.</summary>
/// <param name="FollowUps">How many dates to follow up passed.</param>
public sealed record InquiryEscalated(Guid InquiryId, int FollowUps) : IEvent
{
    /// <summary>How many follow-ups the office really sent.</summary>
    public int Sent { get; init; }
}

/// <summary>Tells the casework managers that an agency doesn't answer, so they can decide how to escalate.</summary>
/// <param name="FollowUps">How many dates to follow up passed.</param>
/// <param name="Sent">How many follow-ups the office really sent.</param>
public sealed record InquiryEscalatedMail(string Reference, string Agency, int FollowUps, int Sent) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Case {0}: the agency still hasn't answered", Reference),
    [
        desk.T("{0} hasn't answered our inquiry on case {1}.", Agency, Reference),
        Sent < FollowUps
            ? desk.T("Follow-ups that came due: {0}. Follow-ups our office sent: {1}. Make sure the next one goes out today.", FollowUps, Sent)
            : desk.T("Follow-ups our office sent: {0}. Decide with the caseworker how to escalate.", Sent),
    ])
    {
        Link = (desk.T("Open the case"), desk.Page(Links.Office.Case(Reference))),
        WaysBack = WaysBack.Unsaid,
    };
}
