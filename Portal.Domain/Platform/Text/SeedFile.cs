using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Platform.Text;

/// <summary>A text in both languages.</summary>
public sealed record Bilingual(string En, string Es) : IFormattable
{
    /// <summary>Used as an argument of a sentence, in the language of that sentence.</summary>
    public string ToString(string? format, IFormatProvider? provider) => In((provider as CultureInfo)?.TwoLetterISOLanguageName ?? "en");

    /// <summary>In the reader's language.</summary>
    public string In(string language) => language == "es" ? Es : En;
}

/// <summary>Reads the data that ships inside the assembly.</summary>
public static class SeedFile
{
    /// <summary>How seed files are written, and the rows that keep an entry of one as JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reads the file with that name.</summary>
    /// <exception cref="InvalidOperationException">This build has no such file.</exception>
    public static T Read<T>(string name)
    {
        using var stream = typeof(SeedFile).Assembly.GetManifestResourceStream("Seed/" + name)
            ?? throw new InvalidOperationException($"The assembly has no seed file named {name}.");
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}
