namespace Portal.Domain.PrivacyReleases;

/// <summary>Records that need specific consent (38 USC 7332), by their names in the agency data.</summary>
public static class SensitiveKinds
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["SubstanceUse"] = "Treatment for drug or alcohol use",
        ["Hiv"] = "HIV infection",
        ["SickleCell"] = "Sickle cell anemia",
    };

    /// <summary>Every kind we support.</summary>
    public static IEnumerable<string> All => Labels.Keys;

    /// <summary>The English label, which is also its translation key.</summary>
    public static string LabelOf(string name) => Labels.GetValueOrDefault(name, name);
}
