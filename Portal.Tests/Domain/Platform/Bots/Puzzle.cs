using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.Domain.Platform.Bots;

namespace Portal.Tests.Domain.Platform.Bots;

/// <summary>Solves a puzzle the way the widget does.</summary>
internal static class Puzzle
{
    public static string Solve(Challenge challenge)
    {
        for (uint counter = 0; ; counter++)
            if (Key(challenge.Parameters, counter).StartsWith(challenge.Parameters.KeyPrefix, StringComparison.Ordinal))
                return Answer(challenge, counter);
    }

    public static string Unsolved(Challenge challenge)
    {
        for (uint counter = 0; ; counter++)
            if (!Key(challenge.Parameters, counter).StartsWith(challenge.Parameters.KeyPrefix, StringComparison.Ordinal))
                return Answer(challenge, counter);
    }

    public static string Answer(Challenge challenge, uint counter) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(
        new { challenge, solution = new { counter, derivedKey = Key(challenge.Parameters, counter), time = 12.5 } }, JsonSerializerOptions.Web));

    private static string Key(ChallengeParameters p, uint counter)
    {
        var password = new byte[20];
        Convert.FromHexString(p.Nonce).CopyTo(password, 0);
        BinaryPrimitives.WriteUInt32BigEndian(password.AsSpan(16), counter);
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromHexString(p.Salt), p.Cost, HashAlgorithmName.SHA256, p.KeyLength));
    }
}
