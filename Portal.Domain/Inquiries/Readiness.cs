using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Whether we may contact this agency about these people today, and if not, exactly what is missing, who must act, and how.
/// The case page, the status page, the check before sending, and the reminders all use this one function.
/// </summary>
public abstract record Readiness
{
    /// <summary>Everything is in place.</summary>
    /// <param name="ReleaseIds">The releases that allow it, the constituent's first; empty under an exception.</param>
    /// <param name="ExceptionId">The recorded exception that allows it; null when releases do.</param>
    public sealed record Ready(IReadOnlyList<Guid> ReleaseIds, Guid? ExceptionId) : Readiness
    {
        /// <summary>
        /// ID numbers the agency asks for that no release gives. They don't block the inquiry but may slow the agency down.
        /// </summary>
        public IReadOnlyList<string> NumbersMissing { get; init; } = [];
    }

    /// <summary>The agency isn't federal, so nothing is sent and no release is needed.</summary>
    public sealed record NotNeeded : Readiness;

    /// <summary>We may not contact the agency yet.</summary>
    public sealed record Missing(IReadOnlyList<ReleaseGap> Gaps) : Readiness
    {
        /// <summary>The gap to close first.</summary>
        public ReleaseGap First => Gaps[0];

        /// <summary>The first gap as an English sentence, the key of its translation.</summary>
        public string Problem => First.Problem;

        /// <summary>The arguments of the sentence.</summary>
        public object[] Arguments => First.Arguments;

        /// <summary>Whether it's the constituent's turn: nothing is left for staff to do first.</summary>
        public bool ByConstituent => Gaps.All(g => g.Who == Turn.Constituent);
    }

    /// <summary>Decides from the agency's rules and the case's releases. A pure function.</summary>
    public static Readiness Evaluate(ReadinessFacts facts)
    {
        if (facts.Agency is not { } agency)
            return new Missing(
                [new(GapKind.NoAgency, Turn.Office, "We don't know yet which agency this is about.", "Choose the agency.")]);
        if (agency.Rules.Signature == SignatureClass.None)
            return new NotNeeded();
        var own = facts.Own.ToList();
        var parties = own.GroupBy(r => r.PartyId)
            .Select(g => Best(g, facts))
            .OrderBy(r => r.Role)
            .ThenBy(r => r.PartyId != r.CaseId)
            .ToList();
        var gaps = parties.Select(r => ReleaseRules.GapOf(r, facts))
            .Concat(MissingRoles(facts, agency, parties))
            .OfType<ReleaseGap>()
            .OrderBy(g => g.Who == Turn.Constituent)
            .ToList();
        if (gaps.Count == 0)
            return new Ready([.. parties.Select(r => r.Id)], null) { NumbersMissing = NumbersNotIn(parties, agency) };
        // Withdrawn consent outweighs an exception: we don't go around a person who said no.
        return facts.ExceptionId is { } exception && parties.All(r => r.Status != ReleaseStatus.Withdrawn)
            ? new Ready([], exception)
            : new Missing(gaps);
    }

    // The release that counts for a person: a usable one, else one in progress, else a signed one that is no longer usable, else the newest.
    private static ReleaseFact Best(IEnumerable<ReleaseFact> newestFirst, ReadinessFacts facts)
    {
        var all = newestFirst.ToList();
        return all.FirstOrDefault(r => r.Status == ReleaseStatus.Signed && ReleaseRules.GapOf(r, facts) is null)
            ?? all.FirstOrDefault(r => r.Status == ReleaseStatus.Checking)
            ?? all.FirstOrDefault(r => r.Status == ReleaseStatus.Requested)
            ?? all.FirstOrDefault(r => r.Status == ReleaseStatus.Signed)
            ?? all[0];
    }

    private static IEnumerable<ReleaseGap> MissingRoles(ReadinessFacts facts, Agency agency, List<ReleaseFact> parties)
    {
        var wanted = agency.Rules.EachPartySigns ? facts.Roles : [];
        foreach (var role in wanted.Where(role => parties.All(r => r.Role != role)))
            yield return role == PartyRole.Beneficiary
                ? NotAsked(
                    role, agency, "{0} also requires a release from the beneficiary. We haven't asked for it yet.",
                    "Name the beneficiary and request the release.")
                : NotAsked(
                    role, agency, "{0} also requires a release from the petitioner. We haven't asked for it yet.",
                    "Name the petitioner and request the release.");
        if (parties.Count == 0 && wanted.Count == 0)
            yield return new(
                GapKind.NotAsked, Turn.Office, "No privacy release for {0} is signed or requested.", "Request the release.",
                agency.BothShortNames());
    }

    private static ReleaseGap NotAsked(PartyRole role, Agency agency, string sentence, string remedy) =>
        new(GapKind.NotAsked, Turn.Office, sentence, remedy, agency.BothShortNames()) { Role = role };

    private static List<string> NumbersNotIn(List<ReleaseFact> parties, Agency agency)
    {
        var given = parties
            .SelectMany(r => (r.Signature?.IdentifiersGiven ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet();
        return [.. agency.Rules.RequiredIdentifiers.Where(n => !given.Contains(n))];
    }
}
