using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What readiness needs to know about a release: only the name sealed, no other people's names, small enough to read thousands at once.</summary>
public sealed record ReleaseFact(Guid Id, Guid CaseId, string AgencyCode, Guid PartyId, PartyRole Role, ReleaseStatus Status)
{
    /// <summary>Whose records the agency may release.</summary>
    public required SealedText SubjectName { get; init; }

    /// <summary>What the agency requires in its matter.</summary>
    public MatterRules Matter { get; init; } = new();

    /// <summary>When the signature was requested, UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>The last day it's valid; null until it's signed.</summary>
    public required DateOnly? ExpiresOn { get; init; }

    /// <summary>The capacity in which it will be or was signed.</summary>
    public SignerCapacity Capacity { get; init; }

    /// <summary>Why the subject can't sign; null if they can.</summary>
    public CannotSign? CannotSign { get; init; }

    /// <summary>The language it's signed in, en or es.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether the signer has an email address for the link.</summary>
    public bool HasEmail { get; init; }

    /// <summary>Whether proof of authority to sign was uploaded.</summary>
    public bool HasProof { get; init; }

    /// <summary>Why the last attempt wasn't accepted; null when none was rejected.</summary>
    public RefusalReason? RefusalReason { get; init; }

    /// <summary>The signature; null until there is one.</summary>
    public SignatureFact? Signature { get; init; }

    /// <summary>The facts of a loaded release.</summary>
    public static ReleaseFact From(PrivacyRelease release) => Compiled(release);

    /// <summary>The database projection; it keeps queries from reading sealed columns.</summary>
    internal static readonly System.Linq.Expressions.Expression<Func<PrivacyRelease, ReleaseFact>> FromRow = r =>
        new ReleaseFact(r.Id, r.CaseId, r.AgencyCode, r.PartyId, r.Role, r.Status)
        {
            SubjectName = r.SubjectName,
            Matter = r.Matter,
            RequestedAt = r.RequestedAt,
            ExpiresOn = r.ExpiresOn,
            Capacity = r.Capacity,
            CannotSign = r.CannotSign,
            Language = r.Language,
            HasEmail = r.SignerEmail != null,
            HasProof = r.ProofDocumentId != null,
            RefusalReason = r.RefusalReason,
            Signature = r.Signature == null ? null : new SignatureFact(r.Signature.Method, r.Signature.SignedAt, r.Signature.Capacity)
            {
                Checked = r.Signature.CheckedAt != null,
                MarkWitnesses = r.Signature.MarkWitnesses,
                TranslationCertified = r.Signature.TranslationCertified,
                NameDiffers = r.Signature.NameDiffers,
                CoversMedical = r.Signature.CoversMedical,
                CoversTax = r.Signature.CoversTax,
                IdentifiersGiven = r.Signature.IdentifiersGiven,
            },
        };

    private static readonly Func<PrivacyRelease, ReleaseFact> Compiled = FromRow.Compile();

    /// <summary>Lets the name of a fact that was read by <see cref="FromRow"/> open itself.</summary>
    internal ReleaseFact OpenIn(PortalDb db)
    {
        db.Open<PrivacyRelease>(Id, (nameof(PrivacyRelease.SubjectName), SubjectName));
        return this;
    }
}

/// <summary>What readiness needs to know about a signature.</summary>
/// <param name="SignedAt">UTC.</param>
public sealed record SignatureFact(SigningMethod Method, DateTime SignedAt, SignerCapacity Capacity)
{
    /// <summary>Whether staff accepted it.</summary>
    public bool Checked { get; init; }

    /// <summary>Witnesses of a mark; null when a name was signed.</summary>
    public int? MarkWitnesses { get; init; }

    /// <summary>Whether a translation was certified.</summary>
    public bool TranslationCertified { get; init; }

    /// <summary>Whether the name signed isn't the one in the document.</summary>
    public bool NameDiffers { get; init; }

    /// <summary>Whether it covers medical records.</summary>
    public bool CoversMedical { get; init; }

    /// <summary>Whether it covers tax records.</summary>
    public bool CoversTax { get; init; }

    /// <summary>Names of the ID numbers it contains, comma-separated.</summary>
    public string IdentifiersGiven { get; init; } = "";
}
