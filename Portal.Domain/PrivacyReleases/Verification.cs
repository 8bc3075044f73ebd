using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The result of verifying a document or code.</summary>
public enum VerificationKind
{
    /// <summary>Sealed by this office, unchanged, and in force.</summary>
    InForce,

    /// <summary>The code belongs to a release that's in force, but the document in hand may be a different one.</summary>
    CodeInForce,

    /// <summary>Sealed by this office and unchanged, but since withdrawn, rejected, expired, or replaced.</summary>
    Ended,

    /// <summary>Sealed by this office and unchanged, but not yet checked by staff.</summary>
    NotYet,

    /// <summary>Sealed by this office and unchanged, but the records it belongs to are gone.</summary>
    NoLongerKept,

    /// <summary>Changed after it was sealed.</summary>
    Changed,

    /// <summary>Not sealed by this office.</summary>
    NotOurs,

    /// <summary>Not a PDF, or a damaged one.</summary>
    NotAPdf,

    /// <summary>No document has this code.</summary>
    UnknownCode,
}

/// <summary>What the public verification says. It doesn't reveal who signed.</summary>
/// <param name="Genuine">Sealed by this office and unchanged.</param>
/// <param name="Sentence">An English sentence, which is also its translation key.</param>
/// <param name="Arguments">The values for the sentence's placeholders.</param>
public sealed record Verification(bool Genuine, string Sentence, params object[] Arguments)
{
    /// <summary>The result.</summary>
    public VerificationKind Kind { get; init; }

    /// <summary>Facts shown only to a person who uploaded the file itself, because the file contains them; null otherwise.</summary>
    public VerifiedFacts? Holder { get; init; }

    /// <summary>A short English sentence for the result, which is also its translation key.</summary>
    public string Heading => Kind switch
    {
        VerificationKind.InForce => "Sealed and unchanged.",
        VerificationKind.CodeInForce => "This code belongs to a release that's in effect.",
        VerificationKind.Ended => "Sealed, but no longer in effect.",
        VerificationKind.NotYet => "Sealed, but not in effect yet.",
        VerificationKind.NoLongerKept => "Sealed and unchanged, but no longer in our records.",
        VerificationKind.Changed => "Changed after it was sealed.",
        VerificationKind.NotOurs => "Not sealed by our office.",
        VerificationKind.NotAPdf => "We can't check this file.",
        _ => "We don't recognize this code.",
    };

    /// <summary>What to do now, as an English sentence that is also its translation key.</summary>
    public string Advice => Kind switch
    {
        VerificationKind.InForce => "You can rely on it.",
        VerificationKind.CodeInForce => "Anyone could copy a code onto a different document.",
        VerificationKind.Ended => "Don't use it anymore. Ask our office if there's a newer one.",
        VerificationKind.NotYet => "Don't use it until our office has checked who signed it.",
        VerificationKind.NoLongerKept => "Ask our office before you rely on it.",
        VerificationKind.Changed => "Ask our office for a new copy, and check that one.",
        VerificationKind.NotOurs =>
            "Printouts, photos, and scans don't carry the seal. Check the PDF file itself, as you got it from our office or from the person.",
        VerificationKind.NotAPdf => "Choose the PDF file itself, not a photo or scan of it.",
        _ => "Type the code again exactly as it appears on the last page, or upload the PDF.",
    };
}

/// <summary>The agency and the dates; nothing about the person.</summary>
/// <param name="AgencyName">The agency the release is for.</param>
/// <param name="SignedOn">The day of signing in the office's time zone.</param>
/// <param name="StampedAt">When the time-stamping authority stamped the seal, UTC; null when it has no timestamp.</param>
public sealed record VerifiedFacts(Bilingual AgencyName, DateOnly SignedOn, DateTime? StampedAt);
