using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

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

    /// <summary>
    /// The person whose records these are, the same for every release of that person in this case. The constituent's is
    /// the case's own id.
    /// </summary>
    public Guid PartyId { get; init; }

    /// <summary>That person's role in the case.</summary>
    public PartyRole Role { get; set; }

    /// <summary>The person whose records these are, who also signs unless <see cref="Capacity"/> says otherwise.</summary>
    public required SealedText SubjectName { get; set; }

    /// <summary>The capacity in which it's signed.</summary>
    public SignerCapacity Capacity { get; set; }

    /// <summary>What the agency requires in this matter, as it was when the release was requested.</summary>
    public MatterRules Matter { get; set; } = new();

    /// <summary>Why the subject can't sign, as the request or the staff said; null if they can. Then only someone else can sign it.</summary>
    public CannotSign? CannotSign { get; init; }

    /// <summary>Its current status.</summary>
    public ReleaseStatus Status { get; private set; } = ReleaseStatus.Requested;

    /// <summary>When the person was asked, UTC.</summary>
    public DateTime RequestedAt { get; init; }

    /// <summary>The email address the link goes to; null when the signer has none.</summary>
    public SealedText? SignerEmail { get; set; }

    /// <summary>The blind index of the signer's address.</summary>
    public string? SignerEmailIndex { get; set; }

    /// <summary>The language it is signed in.</summary>
    public required string Language { get; set; }

    /// <summary>Identifies the signing page in emails and on printed forms. It opens nothing without a code.</summary>
    public required string LinkToken { get; init; }

    /// <summary>The <see cref="ReleaseDetails"/>, sealed.</summary>
    public required string SealedDetails { get; set; }

    /// <summary>The uploaded proof that the signer may sign for the subject; null when none is needed or uploaded.</summary>
    public Guid? ProofDocumentId { get; set; }

    /// <summary>The photo or scan of the form signed by hand; null when there's none.</summary>
    public Guid? PaperDocumentId { get; private set; }

    /// <summary>When the signed form came back, UTC.</summary>
    public DateTime? PaperReceivedAt { get; private set; }

    /// <summary>Whether the printed code identified the form; otherwise a person did.</summary>
    public bool PaperMatchedByCode { get; private set; }

    /// <summary>Where the original is kept when there's no scan; null otherwise.</summary>
    public SealedText? PaperKeptAt { get; private set; }

    /// <summary>Why the last attempt wasn't accepted; null when none was rejected.</summary>
    public RefusalReason? RefusalReason { get; private set; }

    /// <summary>Reminders sent so far.</summary>
    public int Reminders { get; set; }

    /// <summary>When a reminder was last sent, or last found not to be due yet, UTC.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <summary>What was signed and how; null until signed.</summary>
    public ReleaseSignature? Signature { get; private set; }

    /// <summary>The last day it can be used; null until signed.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>When it was withdrawn, expired, or otherwise ended, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The newer release that replaced it.</summary>
    public Guid? SupersededById { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether it's signed, not withdrawn or replaced, and not past its last day.</summary>
    public bool IsInForce(DateOnly today) => Status == ReleaseStatus.Signed && ExpiresOn >= today;

    /// <summary>Signs it on the website. It takes effect at once or, when staff have to check it first, once they accept it.</summary>
    /// <exception cref="InvalidOperationException">It isn't waiting for a signature.</exception>
    public void Sign(ReleaseSignature signature, DateOnly expiresOn, bool toCheck = false)
    {
        Expect(ReleaseStatus.Requested);
        (Status, Signature, ExpiresOn) = (toCheck ? ReleaseStatus.Checking : ReleaseStatus.Signed, signature, expiresOn);
    }

    /// <summary>The signed form came back, as a photo or scan, or as the original kept in the office.</summary>
    /// <exception cref="InvalidOperationException">It isn't waiting for a signature.</exception>
    public void ReceivePaper(Guid? documentId, bool matchedByCode, string? keptAt, DateTime now)
    {
        Expect(ReleaseStatus.Requested);
        (Status, PaperDocumentId, PaperReceivedAt, PaperMatchedByCode, PaperKeptAt) = (ReleaseStatus.Checking, documentId, now, matchedByCode, keptAt);
    }

    /// <summary>Staff accept what was signed on the website for someone else or under a different name.</summary>
    /// <exception cref="InvalidOperationException">No release signed on the website is waiting for review.</exception>
    public void Accept(Guid? by, DateTime now)
    {
        Expect(ReleaseStatus.Checking);
        var signature = Signature ?? throw new InvalidOperationException("A paper release must be accepted together with its signature.");
        (signature.CheckedById, signature.CheckedAt, Status) = (by, now, ReleaseStatus.Signed);
    }

    /// <summary>Staff accept the form signed on paper. It takes effect now.</summary>
    /// <exception cref="InvalidOperationException">No signed form is waiting for review.</exception>
    public void AcceptPaper(ReleaseSignature signature, DateOnly expiresOn)
    {
        Expect(ReleaseStatus.Checking);
        (Status, Signature, ExpiresOn) = (ReleaseStatus.Signed, signature, expiresOn);
    }

    /// <summary>
    /// Staff reject it. A form signed on paper can be sent again under the same link; a release signed on the website stays
    /// as it is, and a new request replaces it.
    /// </summary>
    /// <exception cref="InvalidOperationException">It isn't waiting for review.</exception>
    public void Refuse(RefusalReason reason, DateTime now)
    {
        Expect(ReleaseStatus.Checking);
        RefusalReason = reason;
        if (Signature is null)
            (Status, PaperDocumentId, PaperReceivedAt, PaperMatchedByCode, PaperKeptAt, Reminders) = (ReleaseStatus.Requested, null, null, false, null, 0);
        else
            (Status, EndedAt) = (ReleaseStatus.Refused, now);
    }

    /// <summary>Marks this request as the replacement for a rejected one, so that the signer reads why.</summary>
    /// <exception cref="InvalidOperationException">It isn't waiting for a signature.</exception>
    public void SignAgain(RefusalReason reason)
    {
        Expect(ReleaseStatus.Requested);
        RefusalReason = reason;
    }

    /// <summary>Staff cancel the request.</summary>
    /// <exception cref="InvalidOperationException">It's waiting for neither a signature nor a review.</exception>
    public void Drop(DateTime now)
    {
        if (Status != ReleaseStatus.Checking)
            Expect(ReleaseStatus.Requested);
        (Status, EndedAt) = (ReleaseStatus.Dropped, now);
    }

    /// <summary>The person withdraws it. Withdrawing it again has no effect.</summary>
    public void Withdraw(DateTime now)
    {
        if (Status.IsLive())
            (Status, EndedAt) = (ReleaseStatus.Withdrawn, now);
    }

    /// <summary>Its last day has passed.</summary>
    public void Expire(DateTime now)
    {
        if (Status == ReleaseStatus.Signed)
            (Status, EndedAt) = (ReleaseStatus.Expired, now);
    }

    /// <summary>A newer release of the same person for the same agency replaces it.</summary>
    public void Supersede(Guid by, DateTime now)
    {
        if (Status == ReleaseStatus.Signed)
            (Status, EndedAt, SupersededById) = (ReleaseStatus.Superseded, now, by);
    }

    private void Expect(ReleaseStatus status)
    {
        if (Status != status)
            throw new InvalidOperationException($"The release must be {status}, but it is {Status}.");
    }
}
