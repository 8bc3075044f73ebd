using System.Security.Cryptography;

namespace Portal.Domain.Cases;

/// <summary>
/// The public reference of a case: nine random characters and a check character (Luhn mod N), written XXXXX-XXXXX,
/// without letters and digits that look alike. Any single wrong character is detected.
/// </summary>
public readonly record struct CaseReference
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

    /// <summary>Parses what a person typed: upper or lower case, with or without the dash and spaces.</summary>
    public static bool TryParse(string? text, out CaseReference reference)
    {
        var characters = new string([.. (text ?? "").ToUpperInvariant().Where(c => c is not (' ' or '-' or '\u2013' or '\u00A0'))]);
        var valid = characters.Length == Length
            && characters.All(Alphabet.Contains)
            && CheckCharacter(characters[..^1]) == characters[^1];
        reference = valid ? new(characters) : default;
        return valid;
    }

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
