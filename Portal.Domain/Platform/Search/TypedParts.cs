using System.Text.RegularExpressions;

namespace Portal.Domain.Platform.Search;

/// <summary>One thing that was typed to be searched for.</summary>
/// <param name="Text">As typed.</param>
/// <param name="IsPhrase">Whether it stood in quotation marks.</param>
public sealed record TypedPart(string Text, bool IsPhrase);

/// <summary>Takes apart what was typed to be searched for.</summary>
public static partial class TypedParts
{
    private const int Most = 12;

    /// <summary>Its parts. A phone number typed with spaces, dashes, or parentheses is one part.</summary>
    public static IReadOnlyList<TypedPart> Of(string typed) =>
    [
        .. Part().Matches(typed).Select(m => m.Groups["phrase"].Success && m.Groups["phrase"].Value.Trim().Contains(' ')
                ? new TypedPart(m.Groups["phrase"].Value, true)
                : m.Groups["number"].Success
                    ? new TypedPart(string.Concat(m.Value.Where(char.IsAsciiDigit)), false)
                    : new TypedPart(m.Value.Trim('"', '“', '”', '«', '»'), false))
            .Where(p => p.Text.Length > 1).Take(Most),
    ];

    [GeneratedRegex("""["“«](?<phrase>[^"“”«»]+)["”»]?|(?<number>\+?\(?\d{3,}\)?(?:[ .\-–]+\d{2,})+)(?![\w])|\S+""")]
    private static partial Regex Part();
}
