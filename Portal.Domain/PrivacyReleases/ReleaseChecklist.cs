using Portal.Domain.Agencies;
using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What staff check before a release signed on paper or for someone else takes effect.</summary>
public enum CheckPoint
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The right person signed.</summary>
    NameMatches,

    /// <summary>It's signed by hand, in ink.</summary>
    SignedByHand,

    /// <summary>It's dated.</summary>
    Dated,

    /// <summary>Every page is there and legible.</summary>
    AllPages,

    /// <summary>It's the text that was printed for this release.</summary>
    TextMatches,

    /// <summary>The signer proved their authority to sign for the subject.</summary>
    CapacityProven,

    /// <summary>The required witnesses saw the mark.</summary>
    MarkWitnessed,

    /// <summary>The translation is certified.</summary>
    TranslationCertified,

    /// <summary>The reason for a different name is believable.</summary>
    NameExplained,
}

/// <summary>The checklist for one release, from its details and its agency's rules.</summary>
public static class ReleaseChecklist
{
    /// <summary>The items that have to be confirmed. A pure function.</summary>
    public static IEnumerable<CheckPoint> For(PrivacyRelease release, ReleaseDetails details, Agency agency)
    {
        if (release.Signature is null)
        {
            yield return CheckPoint.NameMatches;
            yield return CheckPoint.SignedByHand;
            yield return CheckPoint.Dated;
            yield return CheckPoint.AllPages;
            yield return CheckPoint.TextMatches;
            if (details.ByMark)
                yield return CheckPoint.MarkWitnessed;
            if (agency.Rules.TranslationCertified && (release.Language != "en" || details.InterpreterLanguage is not null))
                yield return CheckPoint.TranslationCertified;
        }

        if (details.Capacity != SignerCapacity.Self)
            yield return CheckPoint.CapacityProven;
        if (release.Signature is { NameDiffers: true })
            yield return CheckPoint.NameExplained;
    }

    /// <summary>The item in English, which is also its translation key.</summary>
    public static string WordsOf(CheckPoint point) => point switch
    {
        CheckPoint.NameMatches => "The person named on the form signed it",
        CheckPoint.SignedByHand => "It's signed in ink",
        CheckPoint.Dated => "The form is dated",
        CheckPoint.AllPages => "Every page is there and readable",
        CheckPoint.TextMatches => "It's the form we printed for this release",
        CheckPoint.CapacityProven => "The proof shows that the signer can sign for this person",
        CheckPoint.MarkWitnessed => "The witnesses signed and gave their names and addresses",
        CheckPoint.TranslationCertified => "The translation or interpretation is certified",
        CheckPoint.NameExplained => "The reason for the different name is believable",
        _ => "",
    };
}
