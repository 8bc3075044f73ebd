using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>How the office goes after a late answer.</summary>
/// <param name="BusinessDays">Business days between two follow-ups.</param>
/// <param name="FollowUps">Follow-ups before the matter is taken further up.</param>
/// <param name="Source">What it is taken from.</param>
public sealed record FollowUpPattern(int BusinessDays, int FollowUps, string Source)
{
    private sealed record FactsFor(FollowUpPattern Usual, Dictionary<string, FollowUpPattern> Agencies);

    /// <summary>Which pattern an agency starts with: its own of follow-ups.json, or the usual one.</summary>
    internal static Func<string, FollowUpPattern> Read()
    {
        var file = SeedFile.Read<FactsFor>("follow-ups.json");
        return code => file.Agencies.GetValueOrDefault(code, file.Usual);
    }
}
