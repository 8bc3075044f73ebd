using System.Globalization;
using System.Text;
using Portal.Domain.Paper.Fonts;

namespace Portal.Domain.Paper.Layout;

/// <summary>Breaks text into lines that fit, at spaces and hyphens and between ideographs. A word that's too long is cut.</summary>
internal sealed class LineBreaker(FontRuns fonts)
{
    /// <summary>At least one line, possibly empty. A wrapped line keeps its last space, which viewers use to join lines.</summary>
    public IReadOnlyList<string> Break(string text, TextStyle style, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            var used = 0d;
            foreach (var piece in Pieces(paragraph).SelectMany(piece => Fitting(piece, style, width)))
            {
                if (line.Length > 0 && used + Width(piece.TrimEnd(' '), style) > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                    used = 0;
                }

                line.Append(piece);
                used += Width(piece, style);
            }

            lines.Add(line.ToString().TrimEnd(' '));
        }

        return lines;
    }

    private double Width(string text, TextStyle style) => fonts.Width(text, style.Font, style.Size);

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (MayBreakBetween(text[at - 1], text[at]))
            {
                yield return text[start..at];
                start = at;
            }
        }

        yield return text[start..];
    }

    private static bool MayBreakBetween(char before, char after) =>
        (before == ' ' && after != ' ')
        || (before == '-' && char.IsLetter(after))
        || (IsIdeograph(before) && after != ' ' && !char.IsPunctuation(after))
        || (IsIdeograph(after) && before != ' ' && !char.IsPunctuation(before) && !char.IsHighSurrogate(before));

    private static bool IsIdeograph(char character) => character is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF';

    private IEnumerable<string> Fitting(string piece, TextStyle style, double width)
    {
        if (Width(piece.TrimEnd(' '), style) <= width)
        {
            yield return piece;
            yield break;
        }

        var part = new StringBuilder();
        var used = 0d;
        foreach (var element in Elements(piece))
        {
            var wide = Width(element, style);
            if (part.Length > 0 && used + wide > width)
            {
                yield return part.ToString();
                part.Clear();
                used = 0;
            }

            part.Append(element);
            used += wide;
        }

        yield return part.ToString();
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }
}
