using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Cases;

/// <summary>
/// The public reference of a case: nine random characters and a check character (Luhn mod N), written XXXXX-XXXXX,
/// without letters and digits that look alike. Any single wrong character is detected.
/// </summary>
public readonly partial record struct CaseReference
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;
    private readonly string? _characters;

    private CaseReference(string characters) => _characters = characters;

    /// <summary>A new random reference.</summary>
    public static CaseReference Create()
    {
        var characters = RandomNumberGenerator.GetString(Alphabet, Length - 1);
        return new(characters + CheckCharacter(characters));
    }

    /// <summary>
    /// Parses what a person typed: upper or lower case, with or without the dash and spaces, and with what people write around it,
    /// as in "#7KQ4M-2XD9A", "Case: 7KQ4M 2XD9A." or "Ref. no. 7kq4m2xd9a".
    /// </summary>
    public static bool TryParse(string? text, out CaseReference reference)
    {
        var typed = PlainText.Code(text).ToUpperInvariant();
        var whole = string.Concat(typed.Where(char.IsAsciiLetterOrDigit));
        reference = IsOne(whole) ? new(whole) : In(typed) is [var first, ..] ? first : default;
        return reference._characters is not null;
    }

    /// <summary>Every reference that a text names, in order.</summary>
    public static IReadOnlyList<CaseReference> In(string? text) =>
    [
        .. Written().Matches(PlainText.Code(text).ToUpperInvariant()).Select(m => m.Groups["first"].Value + m.Groups["second"].Value)
            .Where(IsOne).Distinct().Select(characters => new CaseReference(characters)),
    ];

    private static bool IsOne(string characters) =>
        characters.Length == Length && characters.All(Alphabet.Contains) && CheckCharacter(characters[..^1]) == characters[^1];

    // Looks ahead, so that a word of five letters before a reference doesn't swallow its first half.
    [GeneratedRegex(@"(?<![A-Z0-9])(?=(?<first>[A-Z0-9]{5})[\s\-]*(?<second>[A-Z0-9]{5})(?![A-Z0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    /// <summary>The reference with its dash.</summary>
    public override string ToString() => _characters is null ? "" : $"{_characters[..5]}-{_characters[5..]}";

    private static char CheckCharacter(string characters)
    {
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var code = Alphabet.IndexOf(characters[^(i + 1)]) * (i % 2 == 0 ? 2 : 1);
            sum += (code / Alphabet.Length) + (code % Alphabet.Length);
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
