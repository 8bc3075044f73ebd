using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Whether one release satisfies one agency today, rule by rule. Each rule is a field of <see cref="Agency"/> with its source.
/// </summary>
internal static class ReleaseRules
{
    private const string SignOnline = "Read and sign the release on our website, or ask us for a paper copy.";
    private const string SignInk = "Print the form, sign it in ink, and send us a photo or scan.";
    private const string AskAgain = "Request a new release.";
    private const string NeedsReview = "A signed release for {0} has arrived and needs review.";
    private const string ReviewIt = "Review it, then accept or reject it.";

    /// <summary>What this release lacks; null when it can be used.</summary>
    public static ReleaseGap? GapOf(ReleaseFact release, ReadinessFacts facts)
    {
        // What was asked of the signer counts until it's signed; then what the agency requires in the case's matter today.
        var agency = release.Status == ReleaseStatus.Requested ? facts.Agency!.For(release.Matter) : facts.Agency!;
        ReleaseGap Gap(GapKind kind, Turn who, string problem, string how, params object[] more) =>
            new(kind, who, problem, how, [agency.BothShortNames(), .. more])
            {
                Role = release.Role,
                ReleaseId = release.Id,
                PartyId = release.PartyId,
            };
        return release switch
        {
            { Status: ReleaseStatus.Requested, RefusalReason: not null } when agency.TakesElectronic =>
                Gap(GapKind.NotSigned, Turn.Constituent, "We couldn't accept the signed release for {0}. We need it again.", SignOnline),
            { Status: ReleaseStatus.Requested, RefusalReason: not null } =>
                Gap(GapKind.NotSigned, Turn.Constituent, "We couldn't accept the signed form for {0}. We need it again.", SignInk),
            { Status: ReleaseStatus.Requested } when !agency.TakesElectronic =>
                Gap(GapKind.NotSignedInInk, Turn.Constituent, "We haven't received the ink-signed privacy release for {0} yet.", SignInk),
            { Status: ReleaseStatus.Requested } =>
                Gap(GapKind.NotSigned, Turn.Constituent, "The privacy release for {0} hasn't been signed yet.", SignOnline),
            { Status: ReleaseStatus.Checking } => Gap(GapKind.ToCheck, Turn.Office, NeedsReview, ReviewIt),
            { Status: ReleaseStatus.Withdrawn } =>
                Gap(GapKind.Withdrawn, Turn.Office, "The privacy release for {0} was withdrawn.", AskAgain),
            { Status: ReleaseStatus.Refused } =>
                Gap(GapKind.Refused, Turn.Office, "The privacy release for {0} couldn't be accepted.", AskAgain),
            { Status: ReleaseStatus.Signed, Signature: { } signature } when release.ExpiresOn >= facts.Today =>
                Broken(release, signature, facts, Gap),
            { Status: ReleaseStatus.Expired } when release.ExpiresOn >= facts.Today =>
                Gap(GapKind.Expired, Turn.Office, "The privacy release for {0} ended when the case was closed.", AskAgain),
            _ => Gap(GapKind.Expired, Turn.Office, "The privacy release for {0} has expired.", AskAgain),
        };
    }

    private delegate ReleaseGap MakeGap(GapKind kind, Turn who, string problem, string how, params object[] more);

    private static ReleaseGap? Broken(ReleaseFact release, SignatureFact signature, ReadinessFacts facts, MakeGap gap)
    {
        var agency = facts.Agency!;
        var signedOn = facts.DayOf(signature.SignedAt);
        if (agency.Rules.TaxInInk && signature.CoversTax && agency.TakesElectronic && signature.Method != SigningMethod.Ink)
            return gap(
                GapKind.NotInInk, Turn.Office,
                "{0} releases tax information only on a release signed in ink. The one we have was signed electronically.", AskAgain);
        if (!agency.TakesElectronic && signature.Method != SigningMethod.Ink)
            return gap(
                GapKind.NotInInk, Turn.Office,
                "{0} accepts only releases signed in ink. The one we have was signed electronically.", AskAgain);
        if (!SignerRules.CapacitiesFor(agency).Contains(signature.Capacity))
            return gap(
                GapKind.CapacityNotAllowed, Turn.Office,
                "{0} doesn't accept a release signed this way for someone else.", AskAgain);
        if ((signature.Capacity != SignerCapacity.Self || signature.NameDiffers) && !signature.Checked)
            return gap(GapKind.ToCheck, Turn.Office, NeedsReview, ReviewIt);
        if (SignerRules.IsMinorMedical(agency, signature.Capacity, signature.CoversMedical))
            return gap(GapKind.MinorMedical, Turn.Office, "{0} doesn't let a parent release a minor's medical records.", AskAgain);
        if (signature.MarkWitnesses is { } witnesses && witnesses < agency.Rules.MarkWitnesses)
            return gap(
                GapKind.Witnesses, Turn.Office, "Witnesses {0} requires for a mark: {1}. This release has {2}.", AskAgain,
                agency.Rules.MarkWitnesses, witnesses);
        if (agency.Rules.TranslationCertified && release.Language != "en" && !signature.TranslationCertified)
            return gap(GapKind.Translation, Turn.Office, "{0} requires a certified translation. This one isn't certified.", AskAgain);
        if (TooOld(agency, signature, signedOn, facts.Today))
            return gap(
                GapKind.TooOld, Turn.Office, "{0} must receive a release within {1} days of the signature. This one is older.", AskAgain,
                agency.Rules.ReleaseMaxAgeDays!);
        if (MustSignAgain(agency, signedOn, facts))
            return gap(
                GapKind.SignAgain, Turn.Office,
                "The last inquiry to {0} ended more than {1} days ago, so we need a new signature.", AskAgain,
                agency.Rules.ResignAfterClosedInquiryDays!);
        return null;
    }

    private static bool TooOld(Agency agency, SignatureFact signature, DateOnly signedOn, DateOnly today) =>
        agency.Rules.ReleaseMaxAgeDays is { } most
        && (!agency.Rules.MaxAgeForTaxOnly || signature.CoversTax)
        && today.DayNumber - signedOn.DayNumber > most;

    private static bool MustSignAgain(Agency agency, DateOnly signedOn, ReadinessFacts facts) =>
        agency.Rules.ResignAfterClosedInquiryDays is { } most && facts.InquiryEndedAt is { } ended && facts.DayOf(ended) is var day
        && signedOn <= day && facts.Today.DayNumber - day.DayNumber > most;
}
