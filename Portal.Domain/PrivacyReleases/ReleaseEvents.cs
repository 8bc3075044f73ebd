using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases;

/// <summary>A signature on a release was requested.</summary>
public sealed record ReleaseRequested(Guid ReleaseId, string Agency) : IEvent;

/// <summary>A release was signed.</summary>
public sealed record ReleaseSigned(Guid ReleaseId, string Agency, SigningMethod Method, IdentityAssurance Assurance) : IEvent
{
    /// <summary>The template of the text.</summary>
    public required string TemplateId { get; init; }

    /// <summary>The template's version.</summary>
    public required int TemplateVersion { get; init; }

    /// <summary>SHA-256 of the text, hexadecimal.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>SHA-256 of the sealed PDF, hexadecimal.</summary>
    public required string PdfSha256 { get; init; }

    /// <summary>The last day it's valid.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>Whether staff have to accept it first.</summary>
    public bool ToCheck { get; init; }
}

/// <summary>The signed form came back.</summary>
public sealed record SignedFormReceived(Guid ReleaseId, string Agency, Guid? DocumentId, bool MatchedByCode) : IEvent;

/// <summary>The signer uploaded proof that they may sign for the person.</summary>
public sealed record ProofOfAuthorityReceived(Guid ReleaseId, Guid DocumentId) : IEvent;

/// <summary>Staff checked and accepted what was signed.</summary>
public sealed record ReleaseAccepted(Guid ReleaseId, string Agency) : IEvent;

/// <summary>Staff rejected what was signed.</summary>
public sealed record ReleaseRefused(Guid ReleaseId, string Agency, RefusalReason Reason) : IEvent;

/// <summary>Staff printed a release to be signed by hand, with or without ID numbers.</summary>
public sealed record ReleasePrinted(Guid ReleaseId, bool WithNumbers) : IEvent;

/// <summary>Staff canceled the request for a release.</summary>
public sealed record ReleaseNoLongerNeeded(Guid ReleaseId, string Agency) : IEvent;

/// <summary>A release was withdrawn.</summary>
public sealed record ReleaseWithdrawn(Guid ReleaseId, string Agency) : IEvent;

/// <summary>A release expired.</summary>
public sealed record ReleaseExpired(Guid ReleaseId, string Agency) : IEvent;

/// <summary>The signer was reminded.</summary>
public sealed record ReleaseReminderSent(Guid ReleaseId, int Reminder) : IEvent;

/// <summary>Someone opened the sealed release.</summary>
public sealed record ReleaseOpened(Guid ReleaseId) : IEvent;
