using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.Sharing;

/// <summary>A link to one release was created for someone at an agency. Only the share stores who.</summary>
public sealed record ReleaseLinkCreated(Guid ReleaseId, Guid ShareId, string Agency, DateTime ExpiresAt) : IEvent;

/// <summary>The link was canceled.</summary>
public sealed record ReleaseLinkCanceled(Guid ReleaseId, Guid ShareId) : IEvent;

/// <summary>The release was opened through the link.</summary>
public sealed record ReleaseLinkOpened(Guid ReleaseId, Guid ShareId) : IEvent;
