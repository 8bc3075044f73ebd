using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

/// <summary>English text for roles, capacities, and rejections. Each is also its translation key.</summary>
public static class SignerText
{
    /// <summary>What an interpreter certifies.</summary>
    public const string InterpreterCertifies =
        "I speak the language of this document and {0} well. I read this entire release to the signer in {0}, completely and accurately, and the signer told me they understood it.";

    /// <summary>The role in English.</summary>
    public static string Describe(PartyRole role) => role switch
    {
        PartyRole.Petitioner => "Petitioner",
        PartyRole.Beneficiary => "Beneficiary",
        _ => "The person the records are about",
    };

    /// <summary>The capacity in English.</summary>
    public static string Describe(SignerCapacity capacity) => capacity switch
    {
        SignerCapacity.ParentOrGuardian => "Parent or legal guardian",
        SignerCapacity.PersonalRepresentative => "Personal representative",
        SignerCapacity.NextOfKin => "Next of kin",
        _ => Describe(PartyRole.Subject),
    };

    /// <summary>Why someone can't sign, in English.</summary>
    public static string Describe(CannotSign why) => why switch
    {
        CannotSign.Minor => "Too young to sign",
        CannotSign.Unable => "Can't sign because of an illness or disability",
        _ => "Has died",
    };

    /// <summary>Who signs a release, in English; {0} is the person it's about.</summary>
    public static string WhoSigns(CannotSign? why, SignerCapacity capacity) => (why, capacity) switch
    {
        (null, _) => "Only {0} can sign it.",
        (_, SignerCapacity.ParentOrGuardian) => "A parent or legal guardian of {0} signs it, with proof.",
        (_, SignerCapacity.PersonalRepresentative) => "A personal representative of {0} signs it, with proof.",
        _ => "The next of kin of {0} signs it, with proof.",
    };

    /// <summary>The proof a capacity requires; null for the person themselves.</summary>
    public static string? ProofOf(SignerCapacity capacity) => capacity switch
    {
        SignerCapacity.ParentOrGuardian => "Birth certificate, or the court order that made you the guardian",
        SignerCapacity.PersonalRepresentative => "Power of attorney, or the court order that appointed you",
        SignerCapacity.NextOfKin => "Death certificate, and a document that shows how you're related",
        _ => null,
    };

    /// <summary>Why it wasn't accepted, in words for the signer.</summary>
    public static string Describe(RefusalReason reason) => reason switch
    {
        RefusalReason.NotSigned => "The form isn't signed. Sign it and send it again.",
        RefusalReason.NotByHand => "This agency requires a handwritten signature. Sign the printed form in ink and send us a photo.",
        RefusalReason.NotDated => "The form isn't dated. Write the date next to your signature and send it again.",
        RefusalReason.NotLegible => "We can't read the photo or scan. Take it again in good light, with the whole page in the picture.",
        RefusalReason.PagesMissing => "Pages are missing. Send every page of the form.",
        RefusalReason.WrongPerson => "The signature isn't from the person named on the form. That person needs to sign it.",
        RefusalReason.NameNotExplained =>
            "The signed name doesn't match the name in the document, and we couldn't tell why. Sign with the name in the document, or tell us why it's different.",
        RefusalReason.ProofNotEnough => "The proof that you can sign for this person is missing or isn't enough. Send it again, or call us.",
        RefusalReason.WitnessMissing => "A witness's signature, name, or address is missing. Complete the form and send it again.",
        _ => "The translation isn't certified. Ask the translator to certify it, and send it again.",
    };
}
