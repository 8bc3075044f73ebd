namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>Sets of conditions of which one always holds. A clause repeated under each of them covers every document.</summary>
public static class ClauseFamilies
{
    /// <summary>Every such set.</summary>
    public static IReadOnlyList<IReadOnlyList<ClauseCondition>> All { get; } =
    [
        [ClauseCondition.Always],
        [ClauseCondition.PerjuryInside, ClauseCondition.PerjuryAbroad, ClauseCondition.NoPerjury],
        [ClauseCondition.ForOneself, ClauseCondition.SomebodyElse],
        [ClauseCondition.ForOneself, ClauseCondition.Guardian, ClauseCondition.Representative, ClauseCondition.NextOfKin],
        [ClauseCondition.Medical, ClauseCondition.NotMedical],
    ];

    /// <summary>Whether at least one of these conditions holds in every document.</summary>
    public static bool Cover(IReadOnlyCollection<ClauseCondition> conditions) => All.Any(family => family.All(conditions.Contains));
}
