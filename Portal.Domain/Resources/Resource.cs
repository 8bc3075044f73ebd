using Portal.Domain.Platform.Text;

namespace Portal.Domain.Resources;

/// <summary>An organization the office can refer people to; ships with the build.</summary>
public sealed record Resource(string Code, Bilingual Name, string Kind, string? Phone, string? Url, Bilingual About)
{
    /// <summary>Where it was found.</summary>
    public string Source { get; init; } = "–";

    private static readonly Lazy<IReadOnlyList<Resource>> Cache = new(() => SeedFile.Read<Resource[]>("resources.json"));

    /// <summary>All resources.</summary>
    public static IReadOnlyList<Resource> All => Cache.Value;

    /// <summary>Name, what they do, phone, and website, formatted for a letter.</summary>
    public string CardIn(string language) =>
        string.Join("\n", new[] { Name.In(language), About.In(language), Phone, Url }.Where(line => !string.IsNullOrWhiteSpace(line)));
}
