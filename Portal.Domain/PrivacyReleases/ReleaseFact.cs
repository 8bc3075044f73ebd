using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What readiness needs to know about a release: nothing sealed, no other people's names, small enough to read thousands at once.</summary>
public sealed record ReleaseFact(
    Guid Id, Guid CaseId, string AgencyCode, Guid PartyId, PartyRole Role, string SubjectName,
    ReleaseStatus Status, DateTime RequestedAt, DateOnly? ExpiresOn)
{
    /// <summary>The capacity in which it will be or was signed.</summary>
    public SignerCapacity Capacity { get; init; }

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
        new ReleaseFact(r.Id, r.CaseId, r.AgencyCode, r.PartyId, r.Role, r.SubjectName, r.Status, r.RequestedAt, r.ExpiresOn)
        {
            Capacity = r.Capacity,
            Language = r.Language,
            HasEmail = r.SignerEmail != null,
            HasProof = r.ProofDocumentId != null,
            RefusalReason = r.RefusalReason,
            Signature = r.Signature == null ? null : new SignatureFact(
                r.Signature.Method, r.Signature.SignedAt, r.Signature.Capacity, r.Signature.CheckedAt != null, r.Signature.MarkWitnesses,
                r.Signature.TranslationCertified, r.Signature.NameDiffers, r.Signature.CoversMedical, r.Signature.CoversTax, r.Signature.IdentifiersGiven),
        };

    private static readonly Func<PrivacyRelease, ReleaseFact> Compiled = FromRow.Compile();
}

/// <summary>What readiness needs to know about a signature.</summary>
/// <param name="SignedAt">UTC.</param>
/// <param name="Checked">Whether staff accepted it.</param>
/// <param name="MarkWitnesses">Witnesses of a mark; null when a name was signed.</param>
/// <param name="IdentifiersGiven">Names of the ID numbers it contains, comma-separated.</param>
public sealed record SignatureFact(
    SigningMethod Method, DateTime SignedAt, SignerCapacity Capacity, bool Checked, int? MarkWitnesses, bool TranslationCertified, bool NameDiffers,
    bool CoversMedical, bool CoversTax, string IdentifiersGiven);
