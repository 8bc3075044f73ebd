using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Roles, capacities and checks in words; every one is the key of its translation.</summary>
public static class SignerWords
{
    /// <summary>What an interpreter certifies.</summary>
    public const string InterpreterCertifies = "I speak the language of this document and {0} well. I read this release to the signer in that language, completely and correctly, and the signer told me that they understood it.";

    /// <summary>In which role.</summary>
    public static string Of(PartyRole role) => role switch
    {
        PartyRole.Petitioner => "Petitioner",
        PartyRole.Beneficiary => "Beneficiary",
        _ => "The person the records are about",
    };

    /// <summary>In which capacity.</summary>
    public static string Of(SignerCapacity capacity) => capacity switch
    {
        SignerCapacity.ParentOrGuardian => "Parent or legal guardian",
        SignerCapacity.PersonalRepresentative => "Personal representative",
        SignerCapacity.NextOfKin => "Next of kin",
        _ => "For myself",
    };

    /// <summary>What a capacity has to be proven with; null for oneself.</summary>
    public static string? ProofOf(SignerCapacity capacity) => capacity switch
    {
        SignerCapacity.ParentOrGuardian => "Birth certificate, or the court order that made you the guardian",
        SignerCapacity.PersonalRepresentative => "Power of attorney, or the court order that appointed you",
        SignerCapacity.NextOfKin => "Death certificate, and a paper that shows how you are related",
        _ => null,
    };

    /// <summary>Why it was not accepted, as the signer reads it.</summary>
    public static string Of(RefusalReason reason) => reason switch
    {
        RefusalReason.NotSigned => "There is no signature on the paper. Please sign it and send it again.",
        RefusalReason.NotByHand => "This agency wants a signature by hand. Please sign the printed paper with a pen and send a photo of it.",
        RefusalReason.NotDated => "The paper carries no date. Please write the date beside your signature and send it again.",
        RefusalReason.NotLegible => "We cannot read the photo or scan. Please take it again in good light, with the whole page in the picture.",
        RefusalReason.PagesMissing => "Pages are missing. Please send every page of the form.",
        RefusalReason.WrongPerson => "The signature is not that of the person named in the form. The person named there has to sign.",
        RefusalReason.NameNotExplained => "The name signed is not the one in the document, and we could not see why. Please sign with the name in the document, or explain the difference.",
        RefusalReason.ProofNotEnough => "The proof that you may sign for this person is missing or not enough. Please send it again, or call us.",
        _ => "The witnesses, or the certification of the translation, are missing. Please complete the paper and send it again.",
    };
}
