using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>How the office follows up on a late answer.</summary>
/// <param name="BusinessDays">Business days between two follow-ups.</param>
/// <param name="FollowUps">Follow-ups before the matter is escalated.</param>
/// <param name="Source">What it is taken from.</param>
public sealed record FollowUpPattern(int BusinessDays, int FollowUps, string Source)
{
    private sealed record Patterns(FollowUpPattern Usual, Dictionary<string, FollowUpPattern> Agencies);

    /// <summary>Which pattern an agency starts with: its own in follow-ups.json, or the usual one.</summary>
    internal static Func<string, FollowUpPattern> Read()
    {
        var patterns = SeedFile.Read<Patterns>("follow-ups.json");
        return code => patterns.Agencies.GetValueOrDefault(code, patterns.Usual);
    }
}
