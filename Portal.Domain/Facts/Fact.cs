using Portal.Domain.Platform.Text;

namespace Portal.Domain.Facts;

/// <summary>A fact as it ships with Portal or as the office changed it, to compare with its source.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Code">Its code within the kind.</param>
/// <param name="AgencyCode">The agency it concerns; null for an organization that isn't one.</param>
/// <param name="Sha256">The hash of the wording shown.</param>
public sealed record Fact(FactKind Kind, string Code, string? AgencyCode, string Sha256)
{
    /// <summary>What it's about, in both languages.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What it says, a line for each statement. Facts for staff are in English.</summary>
    public required IReadOnlyList<Bilingual> Statements { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The address where it was read; null when there's none.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>When someone in the office last compared this wording with its source; null when no one has.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>Who compared it; null when not known.</summary>
    public Guid? VerifiedById { get; init; }

    /// <summary>Names the fact and its wording, for a form.</summary>
    public string Key => $"{Kind}:{Code}:{Sha256[..16]}";
}
