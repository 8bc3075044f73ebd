using System.Globalization;
using System.Text;

namespace Portal.Domain.Constituents;

/// <summary>Names are kept as typed; comparing forgives case, accents, punctuation and spacing.</summary>
public static class PersonName
{
    /// <summary>The longest name field, in characters.</summary>
    public const int MaxLength = 128;

    /// <summary>Upper case without accents and punctuation, single spaces.</summary>
    public static string Normalize(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '\u2019' or '.' or ',')
                continue;
            letters.Append(char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2013' ? ' ' : char.ToUpperInvariant(c));
        }

        return string.Join(' ', letters.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether a typed signature is this name.</summary>
    public static bool Matches(string typed, string name) => Normalize(typed) is { Length: > 0 } signed && signed == Normalize(name);
}
