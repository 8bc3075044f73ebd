using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Inquiries;

/// <summary>
/// May we send to this agency about these people on this day, and if not, what exactly is missing, who must do what, and how?
/// The case page, the status page, the guard before sending and the reminders all ask this one function.
/// </summary>
public abstract record Readiness
{
    /// <summary>Everything is there.</summary>
    /// <param name="ReleaseIds">The releases it stands on, the constituent's first; empty under an exception.</param>
    /// <param name="ExceptionId">The recorded exception it stands on; null when it stands on releases.</param>
    public sealed record Ready(IReadOnlyList<Guid> ReleaseIds, Guid? ExceptionId) : Readiness
    {
        /// <summary>What does not stand in the way but may slow the agency down: identity numbers it asks for that stand in no release.</summary>
        public IReadOnlyList<string> NumbersMissing { get; init; } = [];
    }

    /// <summary>Nothing goes to an agency here.</summary>
    public sealed record NotNeeded : Readiness;

    /// <summary>It may not be sent.</summary>
    public sealed record Missing(IReadOnlyList<ReleaseGap> Gaps) : Readiness
    {
        /// <summary>What comes first.</summary>
        public ReleaseGap First => Gaps[0];

        /// <summary>An English sentence, key of its translation.</summary>
        public string Problem => First.Problem;

        /// <summary>What stands in the sentence.</summary>
        public object[] Arguments => First.Arguments;

        /// <summary>Whether it is the constituent's turn; what staff have to do comes first.</summary>
        public bool ByConstituent => Gaps.All(g => g.Who == Turn.Constituent);
    }

    /// <summary>Answers from the agency's rules and the case's releases. A pure function.</summary>
    public static Readiness Evaluate(ReadinessFacts file)
    {
        if (file.Agency is not { } agency)
            return new Missing([new(GapKind.NoAgency, Turn.Office, "We don't know yet which agency this is about.", "Choose the agency.")]);
        if (agency.Rules.Signature == SignatureClass.None)
            return new NotNeeded();
        var own = file.Own.ToList();
        var parties = own.GroupBy(r => r.PartyId).Select(g => Best(g, file)).OrderBy(r => r.Role).ThenBy(r => r.PartyId != r.CaseId).ToList();
        var gaps = parties.Select(r => ReleaseRules.GapOf(r, file)).Concat(MissingRoles(file, agency, parties)).OfType<ReleaseGap>()
            .OrderBy(g => g.Who == Turn.Constituent).ToList();
        if (gaps.Count == 0)
            return new Ready([.. parties.Select(r => r.Id)], null) { NumbersMissing = NumbersNotIn(parties, agency) };
        // Consent taken back outweighs an exception: nobody goes round a person who said no.
        return file.ExceptionId is { } exception && parties.All(r => r.Status != ReleaseStatus.Withdrawn)
            ? new Ready([], exception)
            : new Missing(gaps);
    }

    // The one that counts for a person: one that serves, else what is under way, else one that serves no more, else the newest.
    private static ReleaseFact Best(IEnumerable<ReleaseFact> newestFirst, ReadinessFacts file)
    {
        var all = newestFirst.ToList();
        return all.FirstOrDefault(r => r.Status == ReleaseStatus.Signed && ReleaseRules.GapOf(r, file) is null)
            ?? all.FirstOrDefault(r => r.Status == ReleaseStatus.Checking)
            ?? all.FirstOrDefault(r => r.Status == ReleaseStatus.Requested)
            ?? all.FirstOrDefault(r => r.Status == ReleaseStatus.Signed)
            ?? all[0];
    }

    private static IEnumerable<ReleaseGap> MissingRoles(ReadinessFacts file, Agency agency, List<ReleaseFact> parties)
    {
        var wanted = agency.Rules.EachPartySigns ? file.Roles : [];
        foreach (var role in wanted.Where(role => parties.All(r => r.Role != role)))
            yield return role == PartyRole.Beneficiary
                ? new(GapKind.NotAsked, Turn.Office, "{0} requires a release from the beneficiary too. No one has been asked for it.", "Name the beneficiary and request the release.", agency.BothShortNames()) { Role = role }
                : new(GapKind.NotAsked, Turn.Office, "{0} requires a release from the petitioner too. No one has been asked for it.", "Name the petitioner and request the release.", agency.BothShortNames()) { Role = role };
        if (parties.Count == 0 && wanted.Count == 0)
            yield return new(GapKind.NotAsked, Turn.Office, "No privacy release for {0} has been requested.", "Request the release.", agency.BothShortNames());
    }

    private static List<string> NumbersNotIn(List<ReleaseFact> parties, Agency agency)
    {
        var given = parties.SelectMany(r => (r.Signature?.IdentifiersGiven ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        return [.. agency.Rules.RequiredIdentifiers.Where(n => !given.Contains(n))];
    }
}
