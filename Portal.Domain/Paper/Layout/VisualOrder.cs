using System.Globalization;
using System.Text;

namespace Portal.Domain.Paper.Layout;

/// <summary>
/// Reorders the right-to-left runs of a line for drawing. The line itself runs left to right because documents are in English
/// or Spanish. A simplification of Unicode Annex 9 that works for names, numbers, and addresses.
/// </summary>
internal static class VisualOrder
{
    private const string Mirrored = "()[]{}<>«»";

    public static string Of(string line)
    {
        if (!line.Any(IsRightToLeft))
            return line;
        var drawn = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length;)
        {
            if (!IsRightToLeft(line[at]))
            {
                drawn.Append(line[at++]);
                continue;
            }

            var end = EndOfStretch(line, at);
            drawn.Append(Reversed(line[at..end]));
            at = end;
        }

        return drawn.ToString();
    }

    private static bool IsRightToLeft(char character) =>
        (character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'))
        && !IsNumber(character);

    private static bool IsNumber(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.DecimalDigitNumber;

    /// <summary>The position after the last right-to-left character before the next letter of another script.</summary>
    private static int EndOfStretch(string line, int start)
    {
        var end = start;
        for (var at = start; at < line.Length && (IsRightToLeft(line[at]) || IsNumber(line[at]) || !char.IsLetter(line[at])); at++)
            end = IsRightToLeft(line[at]) || IsNumber(line[at]) ? at + 1 : end;
        return end;
    }

    private static string Reversed(string stretch)
    {
        var pieces = new List<string>();
        for (var at = 0; at < stretch.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(stretch, at);
            if (IsNumber(stretch[at]))
                length = NumberLength(stretch.AsSpan(at));
            var mirror = Mirrored.IndexOf(stretch[at], StringComparison.Ordinal);
            pieces.Add(mirror < 0 ? stretch.Substring(at, length) : Mirrored[mirror ^ 1].ToString());
            at += length;
        }

        pieces.Reverse();
        return string.Concat(pieces);
    }

    /// <summary>The length of a number or date: digits, and separators between digits.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length
            && (IsNumber(text[length]) || (".,/-:".Contains(text[length]) && length + 1 < text.Length && IsNumber(text[length + 1]))))
            length++;
        return length;
    }
}
