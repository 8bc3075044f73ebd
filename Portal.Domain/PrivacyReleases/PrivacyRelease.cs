using Portal.Domain.Platform.Database;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Where a release stands.</summary>
public enum ReleaseStatus
{
    /// <summary>The person was asked to sign.</summary>
    Requested,

    /// <summary>Signed and in force.</summary>
    Signed,

    /// <summary>Taken back by the person, with immediate effect.</summary>
    Withdrawn,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>A newer one took its place.</summary>
    Superseded,
}

/// <summary>How it was signed.</summary>
public enum SigningMethod
{
    /// <summary>A typed name on the site.</summary>
    Electronic,

    /// <summary>Ink on paper.</summary>
    Ink,
}

/// <summary>How sure we are that the signer is who they say.</summary>
public enum IdentityAssurance
{
    /// <summary>Nothing was checked.</summary>
    None,

    /// <summary>The person typed a code that was mailed to the address they gave.</summary>
    EmailConfirmed,

    /// <summary>A proofing service or staff checked an identity document.</summary>
    IdentityProofed,
}

/// <summary>
/// Signed written authorization (Privacy Act, 5 USC 552a(b)) for one agency to disclose one person's records to the
/// Member and named staff. What was signed is frozen with it: text, hash, language, evidence, sealed PDF.
/// </summary>
public sealed class PrivacyRelease : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The agency that may disclose.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>Whose records; the one who signs.</summary>
    public required string SubjectName { get; set; }

    /// <summary>Where it stands.</summary>
    public ReleaseStatus Status { get; private set; } = ReleaseStatus.Requested;

    /// <summary>When the person was asked, UTC.</summary>
    public DateTime RequestedAt { get; init; }

    /// <summary>The address the link goes to; null when the signer has none.</summary>
    public string? SignerEmail { get; set; }

    /// <summary>The language it is signed in.</summary>
    public required string Language { get; set; }

    /// <summary>Names the signing page in mails; it opens nothing without a code.</summary>
    public required string LinkToken { get; init; }

    /// <summary>The <see cref="ReleaseDetails"/>, sealed.</summary>
    public required string SealedDetails { get; set; }

    /// <summary>Reminders sent so far.</summary>
    public int Reminders { get; set; }

    /// <summary>When the last reminder went out, UTC.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <summary>What was signed and how; null until it was.</summary>
    public ReleaseSignature? Signature { get; private set; }

    /// <summary>The last day on which it may be used; null until signed.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>When it ended before its time, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Another release took its place.</summary>
    public Guid? SupersededById { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether it is signed, not taken back or replaced, and its last day is not over.</summary>
    public bool IsInForce(DateOnly today) => Status == ReleaseStatus.Signed && ExpiresOn >= today;

    /// <summary>Signs it.</summary>
    /// <exception cref="InvalidOperationException">It is not waiting for a signature.</exception>
    public void Sign(ReleaseSignature signature, DateOnly expiresOn)
    {
        if (Status != ReleaseStatus.Requested)
            throw new InvalidOperationException("Only a requested release can be signed.");
        (Status, Signature, ExpiresOn) = (ReleaseStatus.Signed, signature, expiresOn);
    }

    /// <summary>The person takes it back. Taking it back twice changes nothing.</summary>
    public void Withdraw(DateTime now)
    {
        if (Status is ReleaseStatus.Signed or ReleaseStatus.Requested)
            (Status, EndedAt) = (ReleaseStatus.Withdrawn, now);
    }

    /// <summary>Its time ran out.</summary>
    public void Expire(DateTime now)
    {
        if (Status == ReleaseStatus.Signed)
            (Status, EndedAt) = (ReleaseStatus.Expired, now);
    }

    /// <summary>A newer release for the same agency and person takes its place.</summary>
    public void Supersede(Guid by, DateTime now)
    {
        if (Status == ReleaseStatus.Signed)
            (Status, EndedAt, SupersededById) = (ReleaseStatus.Superseded, now, by);
    }
}

/// <summary>The evidence kept with a signature (casework.md "Evidence").</summary>
public sealed class ReleaseSignature
{
    /// <summary>Which template was shown.</summary>
    public required string TemplateId { get; init; }

    /// <summary>Its version.</summary>
    public int TemplateVersion { get; init; }

    /// <summary>The <see cref="ReleaseText"/> that was shown, word for word, sealed.</summary>
    public required string SealedText { get; init; }

    /// <summary>SHA-256 of the shown text, hexadecimal.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>The name as typed.</summary>
    public required string NameAsTyped { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime SignedAt { get; init; }

    /// <summary>How.</summary>
    public SigningMethod Method { get; init; }

    /// <summary>How sure we are that the signer is who they say.</summary>
    public IdentityAssurance Assurance { get; init; }

    /// <summary>The network address the signature came from.</summary>
    public required string RemoteAddress { get; init; }

    /// <summary>The browser, as it named itself.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Whether it was signed outside the United States (other perjury wording).</summary>
    public bool OutsideUnitedStates { get; init; }

    /// <summary>Stored name of the sealed PDF.</summary>
    public required string PdfName { get; init; }

    /// <summary>SHA-256 of the sealed PDF, hexadecimal.</summary>
    public required string PdfSha256 { get; init; }

    /// <summary>Lets anyone who has the paper ask whether it is genuine.</summary>
    public required string VerificationCode { get; init; }

    /// <summary>When the copy was handed over or mailed, UTC.</summary>
    public DateTime? CopyDeliveredAt { get; set; }
}
