using Portal.Domain.Platform.Text;

namespace Portal.Domain.Resources;

/// <summary>An organization the office can refer people to; ships with the build.</summary>
public sealed record Resource(string Code, Bilingual Name, string Kind, string? Phone, string? Url, Bilingual About)
{
    /// <summary>Where it was found.</summary>
    public string Source { get; init; } = "–";

    /// <summary>The phone number as said in a sentence, such as "988, press 1".</summary>
    public string? PhoneIn(string language) => language == "es" ? Phone?.Replace("press", "oprima", StringComparison.Ordinal) : Phone;

    /// <summary>The number for text messages; null when it takes none.</summary>
    public string? Text { get; init; }

    /// <summary>The resources with these codes, in that order.</summary>
    public static IReadOnlyList<Resource> With(IEnumerable<string> codes) => [.. codes.Select(c => All.First(r => r.Code == c))];

    private static readonly Lazy<IReadOnlyList<Resource>> Cache = new(() => SeedFile.Read<Resource[]>("resources.json"));

    /// <summary>All resources.</summary>
    public static IReadOnlyList<Resource> All => Cache.Value;

    /// <summary>Name, what they do, phone, and website, formatted for a letter.</summary>
    public string CardIn(string language) =>
        string.Join("\n", new[] { Name.In(language), About.In(language), Phone, Url }.Where(line => !string.IsNullOrWhiteSpace(line)));
}
