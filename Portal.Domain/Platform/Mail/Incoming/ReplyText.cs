using System.Text.RegularExpressions;

namespace Portal.Domain.Platform.Mail.Incoming;

/// <summary>Finds what the writer of a reply added to what they answer.</summary>
public static partial class ReplyText
{
    /// <summary>The reply without what it quotes at its end; all of the text when nothing else is left, or when it answers between the lines.</summary>
    public static string Own(string text)
    {
        var end = Quote().Match(text) is { Success: true } quote ? quote.Index : text.Length;
        var lines = text[..end].Split('\n').ToList();
        while (lines.Count > 0 && (lines[^1].TrimStart().StartsWith('>') || string.IsNullOrWhiteSpace(lines[^1])))
            lines.RemoveAt(lines.Count - 1);
        var own = string.Join('\n', lines).Trim();
        return own.Length > 0 ? own : text.Trim();
    }

    [GeneratedRegex(
        """
        ^[ \t]*(?:
            (?:On|El)\b[^\n]{4,200}(?:\n[^\n]{0,200})?\b(?:wrote|escribió):[ \t]*$
          | -{2,}[ ]?(?:Original\ Message|Mensaje\ original|Forwarded\ message)[ ]?-{2,}
          | _{10,}[ \t]*\n+[ \t]*(?:From|De):
          | (?:From|De):[^\n]+\n(?:[^\n]*\n){0,2}?(?:Sent|Date|Enviado|Fecha)(?:\ el)?:[^\n]+\n(?:[^\n]*\n){0,3}?(?:Subject|Asunto):
        )
        """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quote();
}
