using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What readiness needs to know of a release: no sealed text, no names of others, small enough to read by the thousand.</summary>
public sealed record ReleaseFact(Guid Id, Guid CaseId, string AgencyCode, Guid PartyId, PartyRole Role, string SubjectName, ReleaseStatus Status, DateTime RequestedAt, DateOnly? ExpiresOn)
{
    /// <summary>In which capacity it is to be signed, or was.</summary>
    public SignerCapacity Capacity { get; init; }

    /// <summary>In which language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether the signer has an address to which a link can be mailed.</summary>
    public bool HasEmail { get; init; }

    /// <summary>Whether a proof of the right to sign was uploaded.</summary>
    public bool HasProof { get; init; }

    /// <summary>Why the last try was not accepted.</summary>
    public RefusalReason? RefusalReason { get; init; }

    /// <summary>The signature; null until there is one.</summary>
    public SignatureFact? Signature { get; init; }

    /// <summary>Of a release.</summary>
    public static ReleaseFact From(PrivacyRelease release) => Compiled(release);

    /// <summary>How the database makes one; so that no query reads what is sealed.</summary>
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

/// <summary>What readiness needs to know of a signature.</summary>
/// <param name="SignedAt">UTC.</param>
/// <param name="Checked">Whether staff accepted it.</param>
/// <param name="MarkWitnesses">Witnesses of a mark; null when a name was signed.</param>
/// <param name="IdentifiersGiven">Names of the identity numbers that stand in it, comma-separated.</param>
public sealed record SignatureFact(
    SigningMethod Method, DateTime SignedAt, SignerCapacity Capacity, bool Checked, int? MarkWitnesses, bool TranslationCertified, bool NameDiffers,
    bool CoversMedical, bool CoversTax, string IdentifiersGiven);
