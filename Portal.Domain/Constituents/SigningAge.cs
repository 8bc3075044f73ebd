using Portal.Domain.Platform.Text;

namespace Portal.Domain.Constituents;

/// <summary>The age from which people sign for themselves, from <c>Seed/signing-age.json</c>.</summary>
/// <param name="Years">Completed years.</param>
/// <param name="Source">The rule it comes from.</param>
/// <param name="VerifiedOn">When someone last checked the rule.</param>
public sealed record SigningAge(int Years, string Source, DateOnly VerifiedOn)
{
    /// <summary>The age that is asked about. Agencies' own ages differ for some records; staff decide those.</summary>
    public static SigningAge Usual { get; } = SeedFile.Read<SigningAge>("signing-age.json");

    /// <summary>Whether a person is younger. A missing date of birth tells nothing.</summary>
    public bool IsBelow(DateOnly? bornOn, DateOnly today) => bornOn is { } born && born.AddYears(Years) > today;
}
