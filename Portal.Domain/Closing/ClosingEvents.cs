using Portal.Domain.Cases;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Closing;

/// <summary>The case ended.</summary>
public sealed record CaseClosed(ClosingReason Reason, Guid MessageId) : IEvent;

/// <summary>The office could not take the request on.</summary>
public sealed record CaseDeclined(ClosingReason Reason, Guid MessageId) : IEvent;

/// <summary>The person was sent on to somebody who can help.</summary>
public sealed record CaseReferred(Guid ReferralId, ReferralKind Kind, Guid MessageId) : IEvent;

/// <summary>The case was taken up again.</summary>
public sealed record CaseReopened : IEvent;

/// <summary>The constituent ended their case.</summary>
public sealed record CaseWithdrawn : IEvent;
