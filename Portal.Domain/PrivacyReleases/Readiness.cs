using Portal.Domain.Agencies;

namespace Portal.Domain.PrivacyReleases;

/// <summary>May we send to this agency about this person on this day, and if not, what exactly is missing?</summary>
public abstract record Readiness
{
    /// <summary>This release covers it.</summary>
    public sealed record Ready(Guid ReleaseId) : Readiness;

    /// <summary>Nothing goes to an agency here.</summary>
    public sealed record NotNeeded : Readiness;

    /// <summary>It may not be sent. <see cref="Problem"/> is an English sentence, key of its translation; <see cref="ByConstituent"/> says whose turn it is.</summary>
    public sealed record Missing(string Problem, bool ByConstituent, params object[] Arguments) : Readiness;

    /// <summary>Answers from the agency's rules and the case's releases. A pure function.</summary>
    public static Readiness Of(Agency? agency, IReadOnlyCollection<PrivacyRelease> releases, DateOnly today, TimeZoneInfo zone)
    {
        if (agency is null)
            return new Missing("Nobody has said yet which agency this is about.", false);
        if (agency.Signature == SignatureClass.None)
            return new NotNeeded();
        var own = releases.Where(r => r.AgencyCode == agency.Code).OrderByDescending(r => r.RequestedAt).ToList();
        var best = own.FirstOrDefault(r => r.Status == ReleaseStatus.Signed) ?? own.FirstOrDefault();
        if (best is null)
            return new Missing("No privacy release for {0} has been asked for.", false, agency.ShortName);
        if (best is not { Status: ReleaseStatus.Signed, Signature: { } signature })
            return new Missing(ProblemOf(best.Status), true, agency.ShortName);
        if (best.ExpiresOn < today)
            return new Missing(ProblemOf(ReleaseStatus.Expired), true, agency.ShortName);
        if (!agency.TakesElectronic && signature.Method != SigningMethod.Ink)
            return new Missing("{0} takes only releases signed in ink on paper. The one we have was signed electronically.", true, agency.ShortName);
        var signedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(signature.SignedAt, zone));
        if (agency.ReleaseMaxAgeDays is { } maxAge && today.DayNumber - signedOn.DayNumber > maxAge)
            return new Missing("{0} must receive a release within {1} days of the signature. This one is older.", true, agency.ShortName, maxAge);
        return new Ready(best.Id);
    }

    private static string ProblemOf(ReleaseStatus status) => status switch
    {
        ReleaseStatus.Withdrawn => "The privacy release for {0} was withdrawn.",
        ReleaseStatus.Expired => "The privacy release for {0} has expired.",
        _ => "The privacy release for {0} has not been signed.",
    };
}
