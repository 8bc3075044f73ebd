using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Somebody was asked to sign a release.</summary>
public sealed record ReleaseRequested(Guid ReleaseId, string Agency) : IEvent;

/// <summary>A release was signed.</summary>
public sealed record ReleaseSigned(
    Guid ReleaseId, string Agency, SigningMethod Method, IdentityAssurance Assurance, string TemplateId, int TemplateVersion, string TextSha256, string PdfSha256, DateOnly ExpiresOn,
    bool ToCheck = false) : IEvent;

/// <summary>The paper came back.</summary>
public sealed record SignedFormReceived(Guid ReleaseId, string Agency, Guid? DocumentId, bool MatchedByCode) : IEvent;

/// <summary>The signer gave a proof that they may sign for the person.</summary>
public sealed record ProofOfAuthorityReceived(Guid ReleaseId, Guid DocumentId) : IEvent;

/// <summary>Staff checked and accepted what was signed.</summary>
public sealed record ReleaseAccepted(Guid ReleaseId, string Agency) : IEvent;

/// <summary>Staff could not accept what was signed.</summary>
public sealed record ReleaseRefused(Guid ReleaseId, string Agency, RefusalReason Reason) : IEvent;

/// <summary>Staff printed a release to be signed by hand; with or without identity numbers.</summary>
public sealed record ReleasePrinted(Guid ReleaseId, bool WithNumbers) : IEvent;

/// <summary>Staff no longer ask for a release.</summary>
public sealed record ReleaseNoLongerNeeded(Guid ReleaseId, string Agency) : IEvent;

/// <summary>A release was taken back.</summary>
public sealed record ReleaseWithdrawn(Guid ReleaseId, string Agency) : IEvent;

/// <summary>The time of a release ran out.</summary>
public sealed record ReleaseExpired(Guid ReleaseId, string Agency) : IEvent;

/// <summary>The signer was reminded.</summary>
public sealed record ReleaseReminderSent(Guid ReleaseId, int Reminder) : IEvent;

/// <summary>Somebody opened the sealed release.</summary>
public sealed record ReleaseOpened(Guid ReleaseId) : IEvent;
