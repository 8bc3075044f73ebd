using System.Text.RegularExpressions;

namespace Portal.Domain.Platform.Mail.Incoming;

/// <summary>Finds what the writer of a reply added to what they answer.</summary>
public static partial class ReplyText
{
    /// <summary>
    /// The reply without what it quotes at its end; all of the text when nothing else is left, when it answers between the lines, or when it
    /// forwards something, which is what its writer wants to be read.
    /// </summary>
    public static string Own(string text)
    {
        var own = (Quote().Match(text) is { Success: true } quote && !IsMixed(text[(quote.Index + quote.Length)..]) ? text[..quote.Index] : text).Split('\n').ToList();
        while (own.Count > 0 && (IsQuoted(own[^1]) || string.IsNullOrWhiteSpace(own[^1])))
            own.RemoveAt(own.Count - 1);
        var left = string.Join('\n', own).Trim();
        return left.Length > 0 ? left : text.Trim();
    }

    /// <summary>Every line that isn't marked as quoted: what may be the writer's own.</summary>
    public static string Unmarked(string text) => string.Join('\n', text.Split('\n').Where(l => !IsQuoted(l)));

    // Answers between quoted lines are the writer's own.
    private static bool IsMixed(string rest)
    {
        var lines = rest.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        return lines.Exists(IsQuoted) && !lines.TrueForAll(IsQuoted);
    }

    private static bool IsQuoted(string line) => line.TrimStart().StartsWith('>');

    // "On Monday I wrote:" is no header: that has a date with a year or a time, or an address.
    [GeneratedRegex(
        """
        ^[ \t]*(?:
            (?:On|El)\b(?=[^\n]*(?:\n[^\n]*)?(?:\d{4}|\d:\d\d|@))[^\n]{4,200}(?:\n[^\n]{0,200})?\b(?:wrote|escribió):[ \t]*$
          | -{2,}[ ]?(?:Original\ Message|Mensaje\ original)[ ]?-{2,}
          | _{10,}[ \t]*\n+[ \t]*(?:From|De):
          | (?:From|De):[^\n]+\n(?:[^\n]*\n){0,2}?(?:Sent|Date|Enviado|Fecha)(?:\ el)?:[^\n]+\n(?:[^\n]*\n){0,3}?(?:Subject|Asunto):
        )
        """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quote();
}
