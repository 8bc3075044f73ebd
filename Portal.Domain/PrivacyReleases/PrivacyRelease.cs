using Portal.Domain.Constituents;
using Portal.Domain.Platform.Database;

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

    /// <summary>In which role that person takes part.</summary>
    public PartyRole Role { get; set; }

    /// <summary>Whose records; the one who signs unless <see cref="Capacity"/> says otherwise.</summary>
    public required string SubjectName { get; set; }

    /// <summary>In which capacity it is signed.</summary>
    public SignerCapacity Capacity { get; set; }

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

    /// <summary>The uploaded proof that the signer may sign for the subject; null when none is needed or given.</summary>
    public Guid? ProofDocumentId { get; set; }

    /// <summary>The photo or scan of the paper that was signed by hand.</summary>
    public Guid? PaperDocumentId { get; private set; }

    /// <summary>When the paper came back, UTC.</summary>
    public DateTime? PaperReceivedAt { get; private set; }

    /// <summary>Whether the printed code told whose paper it is; otherwise somebody said so.</summary>
    public bool PaperMatchedByCode { get; private set; }

    /// <summary>Where the paper itself is kept, when there is no scan.</summary>
    public string? PaperKeptAt { get; private set; }

    /// <summary>Why the last one was not accepted.</summary>
    public RefusalReason? RefusalReason { get; private set; }

    /// <summary>Reminders sent so far.</summary>
    public int Reminders { get; set; }

    /// <summary>When a reminder last went out or was found not to be needed yet, UTC.</summary>
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

    /// <summary>Signs it on the website. It counts at once, or, when staff have to look first, once they accepted it.</summary>
    /// <exception cref="InvalidOperationException">It is not waiting for a signature.</exception>
    public void Sign(ReleaseSignature signature, DateOnly expiresOn, bool toCheck = false)
    {
        Expect(ReleaseStatus.Requested);
        (Status, Signature, ExpiresOn) = (toCheck ? ReleaseStatus.Checking : ReleaseStatus.Signed, signature, expiresOn);
    }

    /// <summary>The paper came back: a photo or scan, or the paper itself, kept in the office.</summary>
    /// <exception cref="InvalidOperationException">No paper is waited for.</exception>
    public void ReceivePaper(Guid? documentId, bool matchedByCode, string? keptAt, DateTime now)
    {
        Expect(ReleaseStatus.Requested);
        (Status, PaperDocumentId, PaperReceivedAt, PaperMatchedByCode, PaperKeptAt) = (ReleaseStatus.Checking, documentId, now, matchedByCode, keptAt);
    }

    /// <summary>Staff accept what was signed on the website for somebody else or with another name.</summary>
    /// <exception cref="InvalidOperationException">Nothing signed on the website waits to be checked.</exception>
    public void Accept(Guid? by, DateTime now)
    {
        Expect(ReleaseStatus.Checking);
        var signature = Signature ?? throw new InvalidOperationException("Paper is accepted with its signature.");
        (signature.CheckedById, signature.CheckedAt, Status) = (by, now, ReleaseStatus.Signed);
    }

    /// <summary>Staff accept the paper: from now on it counts.</summary>
    /// <exception cref="InvalidOperationException">No paper waits to be checked.</exception>
    public void AcceptPaper(ReleaseSignature signature, DateOnly expiresOn)
    {
        Expect(ReleaseStatus.Checking);
        (Status, Signature, ExpiresOn) = (ReleaseStatus.Signed, signature, expiresOn);
    }

    /// <summary>
    /// Staff cannot accept it. Paper may come again under the same link; what was signed on the website stays as it is
    /// and a new release takes its place.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing waits to be checked.</exception>
    public void Refuse(RefusalReason reason, DateTime now)
    {
        Expect(ReleaseStatus.Checking);
        RefusalReason = reason;
        if (Signature is null)
            (Status, PaperDocumentId, PaperReceivedAt, PaperMatchedByCode, PaperKeptAt, Reminders) = (ReleaseStatus.Requested, null, null, false, null, 0);
        else
            (Status, EndedAt) = (ReleaseStatus.Refused, now);
    }

    /// <summary>It takes the place of one that staff could not accept: the signer reads why.</summary>
    /// <exception cref="InvalidOperationException">It is not waiting for a signature.</exception>
    public void SignAgain(RefusalReason reason)
    {
        Expect(ReleaseStatus.Requested);
        RefusalReason = reason;
    }

    /// <summary>Staff no longer ask for it.</summary>
    /// <exception cref="InvalidOperationException">It waits neither for a signature nor for a check.</exception>
    public void Drop(DateTime now)
    {
        if (Status != ReleaseStatus.Checking)
            Expect(ReleaseStatus.Requested);
        (Status, EndedAt) = (ReleaseStatus.Dropped, now);
    }

    /// <summary>The person takes it back. Taking it back twice changes nothing.</summary>
    public void Withdraw(DateTime now)
    {
        if (Status.IsLive())
            (Status, EndedAt) = (ReleaseStatus.Withdrawn, now);
    }

    /// <summary>Its time ran out.</summary>
    public void Expire(DateTime now)
    {
        if (Status == ReleaseStatus.Signed)
            (Status, EndedAt) = (ReleaseStatus.Expired, now);
    }

    /// <summary>A newer release of the same person for the same agency takes its place.</summary>
    public void Supersede(Guid by, DateTime now)
    {
        if (Status == ReleaseStatus.Signed)
            (Status, EndedAt, SupersededById) = (ReleaseStatus.Superseded, now, by);
    }

    private void Expect(ReleaseStatus status)
    {
        if (Status != status)
            throw new InvalidOperationException($"This needs a release that is {status}; it is {Status}.");
    }
}
