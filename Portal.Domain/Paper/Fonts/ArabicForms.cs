using System.Globalization;
using System.Text;

namespace Portal.Domain.Paper.Fonts;

/// <summary>
/// Joins Arabic letters by replacing each with its presentation form, because PDFsharp draws one glyph per character without
/// regard to its neighbors. Covers Arabic, Persian, and Urdu. The table comes from Unicode's compatibility mappings.
/// </summary>
internal static class ArabicForms
{
    /// <summary>The isolated and final forms of each letter and, for letters that join on both sides, the initial and medial forms.</summary>
    private static readonly Dictionary<char, string> Forms = Grouped(1).ToDictionary(group => group.Base[0], group => group.Forms);

    /// <summary>Lam followed by an alef is a single glyph, with an isolated and a final form.</summary>
    private static readonly Dictionary<string, string> LamAlef =
        Grouped(2).Where(group => group.Base[0] == 'ل').ToDictionary(group => group.Base, group => group.Forms);

    /// <param name="text">In reading order, as typed.</param>
    /// <param name="canDraw">Whether a font has the form. If not, the letter stays as it is.</param>
    public static string Join(string text, Func<char, bool> canDraw)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0600', '\u06FF'))
            return text;
        var joined = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var before = JoinsOn(Neighbor(text, at, -1));
            if (at + 1 < text.Length && LamAlef.TryGetValue(text.Substring(at, 2), out var pair) && canDraw(pair[before ? 1 : 0]))
            {
                joined.Append(pair[before ? 1 : 0]);
                at++;
                continue;
            }

            var form = Form(text[at], before, Forms.ContainsKey(Neighbor(text, at, 1)));
            joined.Append(canDraw(form) ? form : text[at]);
        }

        return joined.ToString();
    }

    private static char Form(char letter, bool before, bool after)
    {
        if (!Forms.TryGetValue(letter, out var forms))
            return letter;
        after &= forms.Length == 4;
        return before && forms.Length > 1 ? forms[after ? 3 : 1] : forms[after ? 2 : 0];
    }

    private static bool JoinsOn(char letter) => Forms.TryGetValue(letter, out var forms) && forms.Length == 4;

    /// <summary>The next letter in that direction, skipping vowel signs.</summary>
    private static char Neighbor(string text, int at, int step)
    {
        do
        {
            at += step;
        }
        while (at >= 0 && at < text.Length && char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark);
        return at >= 0 && at < text.Length ? text[at] : ' ';
    }

    /// <summary>A letter's forms are adjacent in Unicode, in the order isolated, final, initial, medial.</summary>
    private static IEnumerable<(string Base, string Forms)> Grouped(int length) =>
        Enumerable.Range(0xFE80, 0x7D).Concat(Enumerable.Range(0xFB50, 0xB0))
            .Select(value => (Form: (char)value, Base: ((char)value).ToString().Normalize(NormalizationForm.FormKC)))
            .Where(pair => pair.Base.Length == length && pair.Base[0] != pair.Form)
            .GroupBy(pair => pair.Base)
            .Select(group => (group.Key, new string([.. group.Select(pair => pair.Form).Take(4)])));
}
