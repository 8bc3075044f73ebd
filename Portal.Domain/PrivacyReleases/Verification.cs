using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What came of looking at a document or code.</summary>
public enum VerificationKind
{
    /// <summary>Sealed by this office, unchanged, and in force.</summary>
    InForce,

    /// <summary>This office sealed something with this code that is in force. What the asker holds may still be something else.</summary>
    CodeInForce,

    /// <summary>Sealed by this office and unchanged, but withdrawn, not accepted, expired or replaced since.</summary>
    Ended,

    /// <summary>Sealed by this office and unchanged, but not yet checked by staff.</summary>
    NotYet,

    /// <summary>Sealed by this office and unchanged, but the records it belongs to are gone.</summary>
    NoLongerKept,

    /// <summary>Changed after it was sealed.</summary>
    Changed,

    /// <summary>Not sealed by this office.</summary>
    NotOurs,

    /// <summary>No PDF at all.</summary>
    NotAPdf,

    /// <summary>No document has this code.</summary>
    UnknownCode,
}

/// <summary>What the public verification says, without telling who signed to people who do not hold the document.</summary>
/// <param name="Genuine">Sealed by this office and unchanged.</param>
/// <param name="Sentence">An English sentence, key of its translation.</param>
/// <param name="Arguments">What stands in the sentence.</param>
public sealed record Verification(bool Genuine, string Sentence, params object[] Arguments)
{
    /// <summary>What came of it.</summary>
    public VerificationKind Kind { get; init; }

    /// <summary>Told only to whoever sent the very file: it is in there anyway.</summary>
    public VerifiedFacts? Holder { get; init; }

    /// <summary>The kind in two to five English words, key of their translation.</summary>
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

    /// <summary>What to do now, an English sentence, key of its translation.</summary>
    public string Advice => Kind switch
    {
        VerificationKind.InForce => "You can rely on it.",
        VerificationKind.CodeInForce => "Anyone could copy a code onto a different document.",
        VerificationKind.Ended => "Don't use it anymore. Ask our office if there's a newer one.",
        VerificationKind.NotYet => "Don't use it until our office has checked who signed it.",
        VerificationKind.NoLongerKept => "Ask our office before you rely on it.",
        VerificationKind.Changed => "Ask our office for a new copy, and check that one.",
        VerificationKind.NotOurs => "Printouts, photos, and scans don't carry the seal. Check the PDF file itself, as you got it from our office or from the person.",
        VerificationKind.NotAPdf => "Choose the PDF file itself, not a photo or scan of it.",
        _ => "Type the code again exactly as it appears on the last page, or upload the PDF.",
    };
}

/// <summary>Which agency and which day, nothing about the person.</summary>
/// <param name="AgencyName">The agency the release is for.</param>
/// <param name="SignedOn">The day of signing, where the office is.</param>
/// <param name="StampedAt">UTC, by the time-stamping authority named in the seal, if one was asked.</param>
public sealed record VerifiedFacts(Bilingual AgencyName, DateOnly SignedOn, DateTime? StampedAt);
