using Portal.Domain.Constituents;
using Portal.Domain.Messages;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Progress;

/// <summary>Something the constituent, or someone who signs for them, still has to do.</summary>
/// <param name="DueOn">The day it's due; null when there is none, as for a release.</param>
public sealed record OpenAsk(DateOnly? DueOn)
{
    /// <summary>What we asked for; null when it's a release.</summary>
    public InformationRequest? Request { get; init; }

    /// <summary>The release to sign; null when we asked for something else.</summary>
    public ReleaseFact? Release { get; init; }

    /// <summary>The person to name, who must sign too; null when we asked for something else.</summary>
    public PartyRole? Role { get; init; }
}
