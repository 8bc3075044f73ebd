using Portal.Domain.Platform.Activity;

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

/// <summary>The agency has not answered by the expected day.</summary>
public sealed record InquiryOverdue(Guid InquiryId, int Chases, DateOnly ExpectedOn) : IEvent;
