using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

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

    /// <summary>In which capacity the signer signed.</summary>
    public SignerCapacity Capacity { get; init; }

    /// <summary>How many witnesses saw a mark being made; null when a name was signed.</summary>
    public int? MarkWitnesses { get; init; }

    /// <summary>Whether an interpreter or translator certified that the signer understood the text.</summary>
    public bool TranslationCertified { get; init; }

    /// <summary>Whether the name signed is not the one in the document; the signer said why.</summary>
    public bool NameDiffers { get; init; }

    /// <summary>Whether it covers medical records.</summary>
    public bool CoversMedical { get; init; }

    /// <summary>Whether it covers tax return information.</summary>
    public bool CoversTax { get; init; }

    /// <summary>Names of the identity numbers that stand in it, comma-separated.</summary>
    public string IdentifiersGiven { get; init; } = "";

    /// <summary>The <see cref="SigningCeremony"/>, sealed: witnesses, interpreter, reason for another name.</summary>
    public string? SealedCeremony { get; init; }

    /// <summary>Who of the staff accepted it, when that was needed.</summary>
    public Guid? CheckedById { get; set; }

    /// <summary>When it was accepted, UTC.</summary>
    public DateTime? CheckedAt { get; set; }

    /// <summary>Stored name of the sealed PDF.</summary>
    public required string PdfName { get; init; }

    /// <summary>SHA-256 of the sealed PDF, hexadecimal.</summary>
    public required string PdfSha256 { get; init; }

    /// <summary>Lets anyone who has the paper ask whether it is genuine.</summary>
    public required string VerificationCode { get; init; }

    /// <summary>When the copy was handed over or mailed, UTC.</summary>
    public DateTime? CopyDeliveredAt { get; set; }
}
