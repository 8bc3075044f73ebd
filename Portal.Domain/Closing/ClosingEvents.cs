using Portal.Domain.Cases;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Closing;

/// <summary>The constituent was referred to someone who can help; the case stays open.</summary>
public sealed record PersonReferred(Guid ReferralId, ReferralKind Kind, Guid MessageId) : IEvent;

/// <summary>Staff closed the case.</summary>
public sealed record CaseClosed(ClosingReason Reason, Guid MessageId) : IEvent;

/// <summary>The office declined the request.</summary>
public sealed record CaseDeclined(ClosingReason Reason, Guid MessageId) : IEvent;

/// <summary>The constituent was referred to someone who can help.</summary>
public sealed record CaseReferred(Guid ReferralId, ReferralKind Kind, Guid MessageId) : IEvent;

/// <summary>The case was reopened.</summary>
public sealed record CaseReopened : IEvent;

/// <summary>The constituent closed their case.</summary>
public sealed record CaseWithdrawn : IEvent;
