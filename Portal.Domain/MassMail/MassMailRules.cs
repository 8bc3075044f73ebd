using Portal.Domain.Platform.Text;

namespace Portal.Domain.MassMail;

/// <summary>One rule on mass communication, with its source.</summary>
/// <param name="VerifiedOn">When it was last compared with the source; null for a rule that wasn't.</param>
public sealed record MassMailRule(string Code, Bilingual Title, Bilingual Says, string Source, DateOnly? VerifiedOn)
{
    /// <summary>Where it was read; null when there's no public address.</summary>
    public string? Url { get; init; }
}

/// <summary>The rules on mass communication, as they ship with Portal.</summary>
/// <param name="Pieces">From this many unasked pieces of the same text on, it is a mass communication.</param>
/// <param name="BlackoutDays">So many days before an election, no mass communication goes out.</param>
/// <param name="Rules">The rules in words.</param>
public sealed record MassMailRules(int Pieces, int BlackoutDays, IReadOnlyList<MassMailRule> Rules)
{
    /// <summary>The current rules.</summary>
    public static MassMailRules Current { get; } = SeedFile.Read<MassMailRules>("mass-mail-rules.json");

    /// <summary>The legislative year of a day, by the year it starts in: January 3 through January 2.</summary>
    public static int YearOf(DateOnly day) => day.AddDays(-2).Year;

    /// <summary>The first day of the blackout before an election. The last is the day of the election.</summary>
    public DateOnly BlackoutFrom(DateOnly election) => election.AddDays(-BlackoutDays);
}
