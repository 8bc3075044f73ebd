namespace Portal.Domain.PrivacyReleases;

/// <summary>Records that need a consent of their own (38 USC 7332), by the names the agency data uses.</summary>
public static class SensitiveKinds
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["SubstanceUse"] = "Treatment for drug or alcohol use",
        ["Hiv"] = "HIV infection",
        ["SickleCell"] = "Sickle cell anemia",
    };

    /// <summary>Every kind this build knows.</summary>
    public static IEnumerable<string> All => Labels.Keys;

    /// <summary>The English label, key of its translation.</summary>
    public static string LabelOf(string name) => Labels.GetValueOrDefault(name, name);
}
