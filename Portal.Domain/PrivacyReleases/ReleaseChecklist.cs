using Portal.Domain.Agencies;
using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What staff look at before a release counts that came on paper or was signed for somebody else.</summary>
public enum CheckPoint
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The right person signed.</summary>
    NameMatches,

    /// <summary>By hand, in ink.</summary>
    SignedByHand,

    /// <summary>With a date.</summary>
    Dated,

    /// <summary>Every page is there and can be read.</summary>
    AllPages,

    /// <summary>The text is the one that was printed for this release.</summary>
    TextMatches,

    /// <summary>The signer proved the right to sign for the subject.</summary>
    CapacityProven,

    /// <summary>Two witnesses saw the mark.</summary>
    MarkWitnessed,

    /// <summary>The translation is certified.</summary>
    TranslationCertified,

    /// <summary>The reason for another name is believable.</summary>
    NameExplained,
}

/// <summary>The short list for one release, from what it is and what its agency wants.</summary>
public static class ReleaseChecklist
{
    /// <summary>The points that have to hold. A pure function.</summary>
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

    /// <summary>In words; the key of its translation.</summary>
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
