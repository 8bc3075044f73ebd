using System.Collections.Frozen;
using System.Globalization;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Constituents;

/// <summary>The languages people speak, by code and by their names in English, in Spanish and in themselves.</summary>
public static class SpokenLanguages
{
    // Spoken in many offices, but not among the cultures of the platform.
    private static readonly string[] More = ["tl", "ht", "hmn", "ase", "ilo", "ceb", "chr", "nv", "sm", "ch", "pdc", "mam", "quc"];

    private static readonly (string Name, string Code)[] OtherNames =
    [
        ("Mandarin", "zh"), ("Cantonese", "zh"), ("mandarín", "zh"), ("cantonés", "zh"), ("Farsi", "fa"), ("Dari", "fa"), ("Creole", "ht"), ("Kreyòl", "ht"),
        ("Pilipino", "fil"), ("ASL", "ase"), ("Sign language", "ase"), ("lengua de señas", "ase"), ("Castilian", "es"),
    ];

    private static readonly FrozenDictionary<string, string> Codes = Read();

    /// <summary>The code of a language that somebody wrote, as a code or as a name; null when it is none we know.</summary>
    public static string? CodeOf(string? written) => Codes.GetValueOrDefault(PersonName.Normalize(written ?? ""));

    /// <summary>The name of a code in the reader's language; the code itself when it is none we know.</summary>
    public static string NameOf(string code, string reader) => Codes.ContainsKey(PersonName.Normalize(code)) ? NameOf(CultureInfo.GetCultureInfo(code), reader) : code;

    private static FrozenDictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>();
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(c => c.Name.Length is 2 or 3).Concat(More.Select(CultureInfo.GetCultureInfo)))
            foreach (var name in (string[])[culture.Name, culture.EnglishName, culture.NativeName, NameOf(culture, "es")])
                names.TryAdd(PersonName.Normalize(name), culture.Name);
        foreach (var (name, code) in OtherNames)
            names[PersonName.Normalize(name)] = code;
        return names.ToFrozenDictionary();
    }

    // The platform writes a culture's name in the language of the moment only.
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
