using Portal.Domain.Constituents;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The evidence kept with a signature (casework.md "Evidence").</summary>
public sealed class ReleaseSignature
{
    /// <summary>The template that was shown.</summary>
    public required string TemplateId { get; init; }

    /// <summary>Its version.</summary>
    public int TemplateVersion { get; init; }

    /// <summary>The <see cref="ReleaseText"/> that was shown, word for word, sealed.</summary>
    public required string SealedText { get; init; }

    /// <summary>SHA-256 of the shown text, hexadecimal.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>The name as typed.</summary>
    public required SealedText NameAsTyped { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    public DateTime SignedAt { get; init; }

    /// <summary>How it was signed.</summary>
    public SigningMethod Method { get; init; }

    /// <summary>How well the signer was identified.</summary>
    public IdentityAssurance Assurance { get; init; }

    /// <summary>The IP address the signature came from.</summary>
    public required SealedText RemoteAddress { get; init; }

    /// <summary>The browser's user agent.</summary>
    public required SealedText UserAgent { get; init; }

    /// <summary>Whether it was signed outside the United States, which changes the perjury wording.</summary>
    public bool OutsideUnitedStates { get; init; }

    /// <summary>The capacity in which the signer signed.</summary>
    public SignerCapacity Capacity { get; init; }

    /// <summary>The number of witnesses to a mark; null when a name was signed.</summary>
    public int? MarkWitnesses { get; init; }

    /// <summary>Whether an interpreter or translator certified that the signer understood the text.</summary>
    public bool TranslationCertified { get; init; }

    /// <summary>Whether the name signed differs from the one in the document; the signer explained why.</summary>
    public bool NameDiffers { get; init; }

    /// <summary>Whether it covers medical records.</summary>
    public bool CoversMedical { get; init; }

    /// <summary>Whether it covers tax return information.</summary>
    public bool CoversTax { get; init; }

    /// <summary>Names of the ID numbers it contains, comma-separated.</summary>
    public string IdentifiersGiven { get; init; } = "";

    /// <summary>The <see cref="SigningCeremony"/>, sealed.</summary>
    public string? SealedCeremony { get; init; }

    /// <summary>The staff member who accepted it; null when no review was needed.</summary>
    public Guid? CheckedById { get; set; }

    /// <summary>When staff accepted it, UTC; null when no review was needed.</summary>
    public DateTime? CheckedAt { get; set; }

    /// <summary>The stored name of the sealed PDF.</summary>
    public required string PdfName { get; init; }

    /// <summary>SHA-256 of the sealed PDF, hexadecimal.</summary>
    public required string PdfSha256 { get; init; }

    /// <summary>Lets anyone who has the document check whether it's genuine.</summary>
    public required string VerificationCode { get; init; }

    /// <summary>When the signer's copy was made available, UTC.</summary>
    public DateTime? CopyDeliveredAt { get; set; }
}
