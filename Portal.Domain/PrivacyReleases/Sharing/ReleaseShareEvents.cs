using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.Sharing;

/// <summary>A link to one release was made for somebody at an agency. Who that is stands in the share alone.</summary>
public sealed record ReleaseLinkCreated(Guid ReleaseId, Guid ShareId, string Agency, DateTime ExpiresAt) : IEvent;

/// <summary>The link was taken back.</summary>
public sealed record ReleaseLinkCanceled(Guid ReleaseId, Guid ShareId) : IEvent;

/// <summary>Whoever had the link opened the release.</summary>
public sealed record ReleaseLinkOpened(Guid ReleaseId, Guid ShareId) : IEvent;
