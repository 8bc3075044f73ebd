using System.Globalization;
using System.Text;

namespace Portal.Domain.Constituents;

/// <summary>Compares names, ignoring case, accents, punctuation, and spacing. Names are stored as typed.</summary>
public static class PersonName
{
    /// <summary>The longest name field, in characters.</summary>
    public const int MaxLength = 128;

    /// <summary>The name in upper case with single spaces, without accents and punctuation.</summary>
    public static string Normalize(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '\u2019' or '.' or ',')
                continue;
            letters.Append(char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2013' ? ' ' : char.ToUpperInvariant(c));
        }

        var words = letters.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }

    /// <summary>Whether a typed signature is this name.</summary>
    public static bool Matches(string typed, string name) =>
        Normalize(typed) is { Length: > 0 } signed && signed == Normalize(name);
}
