using System.Security.Cryptography;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The code on a sealed release that lets anyone check whether it's genuine: almost 59 bits, written XXXX-XXXX-XXXX.</summary>
public static class VerificationCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new random code.</summary>
    public static string Create()
    {
        var characters = RandomNumberGenerator.GetString(Alphabet, 12);
        return $"{characters[..4]}-{characters[4..8]}-{characters[8..]}";
    }

    /// <summary>A typed code in canonical form; null when it can't be one.</summary>
    public static string? Parse(string? typed)
    {
        var characters = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return characters.Length == 12 && characters.All(Alphabet.Contains) ? $"{characters[..4]}-{characters[4..8]}-{characters[8..]}" : null;
    }
}
