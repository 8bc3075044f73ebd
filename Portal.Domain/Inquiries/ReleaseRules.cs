using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Inquiries;

/// <summary>Whether one release satisfies one agency today, rule by rule; each rule is a field of <see cref="Agency"/> with its source.</summary>
internal static class ReleaseRules
{
    private const string SignOnline = "Read and sign the release on the website, or ask us for paper.";
    private const string SignInk = "Print the form, sign it by hand, and send a photo or scan back.";
    private const string AskAgain = "Ask for a new release.";

    /// <summary>What is missing of this release; null when nothing is.</summary>
    public static ReleaseGap? GapOf(ReleaseFact release, ReleaseFile file)
    {
        var agency = file.Agency!;
        ReleaseGap Gap(GapKind kind, Court who, string problem, string how, params object[] more) =>
            new(kind, who, problem, how, [agency.BothShortNames(), .. more]) { Role = release.Role, ReleaseId = release.Id, PartyId = release.PartyId };
        return release switch
        {
            { Status: ReleaseStatus.Requested, RefusalReason: not null } when agency.TakesElectronic =>
                Gap(GapKind.NotSigned, Court.Constituent, "The signed release for {0} could not be accepted. It is needed again.", SignOnline),
            { Status: ReleaseStatus.Requested, RefusalReason: not null } => Gap(GapKind.NotSigned, Court.Constituent, "The signed paper for {0} could not be accepted. It is needed again.", SignInk),
            { Status: ReleaseStatus.Requested } when !agency.TakesElectronic =>
                Gap(GapKind.NotSignedInInk, Court.Constituent, "The privacy release for {0} has not come back signed by hand.", SignInk),
            { Status: ReleaseStatus.Requested } => Gap(GapKind.NotSigned, Court.Constituent, "The privacy release for {0} has not been signed.", SignOnline),
            { Status: ReleaseStatus.Checking } => Gap(GapKind.ToCheck, Court.Office, "A signed release for {0} came in. Somebody has to check it.", "Check it, then accept or refuse it."),
            { Status: ReleaseStatus.Withdrawn } => Gap(GapKind.Withdrawn, Court.Office, "The privacy release for {0} was withdrawn.", AskAgain),
            { Status: ReleaseStatus.Refused } => Gap(GapKind.Refused, Court.Office, "The privacy release for {0} could not be accepted.", AskAgain),
            { Status: ReleaseStatus.Signed, Signature: { } signature } when release.ExpiresOn >= file.Today => Broken(release, signature, file, Gap),
            { Status: ReleaseStatus.Expired } when release.ExpiresOn >= file.Today => Gap(GapKind.Expired, Court.Office, "The privacy release for {0} ended when the case was closed.", AskAgain),
            _ => Gap(GapKind.Expired, Court.Office, "The privacy release for {0} has expired.", AskAgain),
        };
    }

    private delegate ReleaseGap MakeGap(GapKind kind, Court who, string problem, string how, params object[] more);

    private static ReleaseGap? Broken(ReleaseFact release, SignatureFact signature, ReleaseFile file, MakeGap gap)
    {
        var agency = file.Agency!;
        var signedOn = file.DayOf(signature.SignedAt);
        if (!agency.TakesElectronic && signature.Method != SigningMethod.Ink)
            return gap(GapKind.NotInInk, Court.Office, "{0} takes only releases signed in ink on paper. The one we have was signed electronically.", AskAgain);
        if (!SignerRules.CapacitiesFor(agency).Contains(signature.Capacity))
            return gap(GapKind.CapacityNotAllowed, Court.Office, "{0} does not take a release that somebody else signed in this way for the person.", AskAgain);
        if ((signature.Capacity != SignerCapacity.Self || signature.NameDiffers) && !signature.Checked)
            return gap(GapKind.ToCheck, Court.Office, "A signed release for {0} came in. Somebody has to check it.", "Check it, then accept or refuse it.");
        if (SignerRules.IsMinorMedical(agency, signature.Capacity, signature.CoversMedical))
            return gap(GapKind.MinorMedical, Court.Office, "{0} does not let a parent release a minor's medical records.", AskAgain);
        if (signature.MarkWitnesses is { } witnesses && witnesses < agency.MarkWitnesses)
            return gap(GapKind.Witnesses, Court.Office, "{0} wants {1} witnesses for a mark; this release has {2}.", AskAgain, agency.MarkWitnesses, witnesses);
        if (agency.TranslationCertified && release.Language != "en" && !signature.TranslationCertified)
            return gap(GapKind.Translation, Court.Office, "{0} wants the translation certified; it is not.", AskAgain);
        if (TooOld(agency, signature, signedOn, file.Today))
            return gap(GapKind.TooOld, Court.Office, "{0} must receive a release within {1} days of the signature. This one is older.", AskAgain, agency.ReleaseMaxAgeDays!);
        if (MustSignAgain(agency, signedOn, file))
            return gap(GapKind.SignAgain, Court.Office, "The earlier inquiry to {0} ended more than {1} days ago: a new signature is needed.", AskAgain, agency.ResignAfterClosedInquiryDays!);
        return null;
    }

    private static bool TooOld(Agency agency, SignatureFact signature, DateOnly signedOn, DateOnly today) =>
        agency.ReleaseMaxAgeDays is { } most && (!agency.MaxAgeForTaxOnly || signature.CoversTax) && today.DayNumber - signedOn.DayNumber > most;

    private static bool MustSignAgain(Agency agency, DateOnly signedOn, ReleaseFile file) =>
        agency.ResignAfterClosedInquiryDays is { } most && file.InquiryEndedAt is { } ended && file.DayOf(ended) is var day
        && signedOn <= day && file.Today.DayNumber - day.DayNumber > most;
}
