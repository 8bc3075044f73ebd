using System.Collections.Frozen;
using System.Globalization;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Constituents;

/// <summary>Spoken languages by code and by name in English, in Spanish, and in the language itself.</summary>
public static class SpokenLanguages
{
    // Common in congressional offices but missing from .NET's cultures.
    private static readonly string[] More = ["tl", "ht", "hmn", "ase", "ilo", "ceb", "chr", "nv", "sm", "ch", "pdc", "mam", "quc"];

    private static readonly (string Name, string Code)[] OtherNames =
    [
        ("Mandarin", "zh"), ("Cantonese", "zh"), ("mandarín", "zh"), ("cantonés", "zh"), ("Farsi", "fa"), ("Dari", "fa"),
        ("Creole", "ht"), ("Kreyòl", "ht"), ("Pilipino", "fil"), ("ASL", "ase"), ("Sign language", "ase"),
        ("lengua de señas", "ase"), ("Castilian", "es"),
    ];

    private static readonly FrozenDictionary<string, string> Codes = Read();

    /// <summary>The code of a language typed as a code or a name; null when unknown.</summary>
    public static string? CodeOf(string? written) => Codes.GetValueOrDefault(PersonName.Normalize(written ?? ""));

    /// <summary>The language's name in the reader's language; the code itself when unknown.</summary>
    public static string NameOf(string code, string reader) =>
        Codes.ContainsKey(PersonName.Normalize(code)) ? NameOf(CultureInfo.GetCultureInfo(code), reader) : code;

    private static FrozenDictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>();
        var cultures = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
            .Where(c => c.Name.Length is 2 or 3)
            .Concat(More.Select(CultureInfo.GetCultureInfo));
        foreach (var culture in cultures)
            foreach (var name in (string[])[culture.Name, culture.EnglishName, culture.NativeName, NameOf(culture, "es")])
                names.TryAdd(PersonName.Normalize(name), culture.Name);
        foreach (var (name, code) in OtherNames)
            names[PersonName.Normalize(name)] = code;
        return names.ToFrozenDictionary();
    }

    // .NET gives a culture's display name only in the current UI language.
    private static string NameOf(CultureInfo culture, string reader)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Texts.CultureOf(reader);
            return new CultureInfo(culture.Name).DisplayName;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
