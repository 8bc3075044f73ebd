using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>How the office follows up on a late answer.</summary>
/// <param name="BusinessDays">Business days between two follow-ups.</param>
/// <param name="FollowUps">Follow-ups before the inquiry is escalated.</param>
/// <param name="Source">The source of the schedule.</param>
public sealed record FollowUpPattern(int BusinessDays, int FollowUps, string Source)
{
    private sealed record Patterns(FollowUpPattern Usual, Dictionary<string, FollowUpPattern> Agencies);

    /// <summary>The pattern an agency starts with: its own in follow-ups.json, or the usual one.</summary>
    internal static Func<string, FollowUpPattern> Read()
    {
        var patterns = SeedFile.Read<Patterns>("follow-ups.json");
        return code => patterns.Agencies.GetValueOrDefault(code, patterns.Usual);
    }
}
