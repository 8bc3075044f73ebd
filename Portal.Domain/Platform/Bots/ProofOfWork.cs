using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Portal.Domain.Platform.Bots;

/// <summary>Issues and checks ALTCHA puzzles. Issuing one stores nothing; about 256 tries solve it, a second on a phone.</summary>
public sealed class ProofOfWork(BotSeal seal, TimeProvider clock)
{
    private const string Algorithm = "PBKDF2/SHA-256";
    private const string Prefix = "00";
    private const int Cost = 2_000;
    private const int KeyBytes = 32;
    private const int LongestAnswer = 4_000;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>A new puzzle, good for an hour.</summary>
    public Challenge Issue()
    {
        var parameters = new ChallengeParameters(
            Algorithm, RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(32, lowercase: true),
            Cost, KeyBytes, Prefix)
        {
            ExpiresAt = clock.GetUtcNow().Add(Life).ToUnixTimeSeconds(),
        };
        return new(parameters, seal.Seal(Signed(parameters)));
    }

    /// <summary>The puzzle, if this office issued it, it has not expired, and it is solved.</summary>
    public ChallengeParameters? Verify(string posted)
    {
        if (Read(posted) is not { Challenge: { Parameters: { } parameters } challenge, Solution: { } solution })
            return null;
        if (seal.Open(challenge.Signature) != Signed(parameters) || parameters.ExpiresAt < clock.GetUtcNow().ToUnixTimeSeconds())
            return null;
        return solution.Counter is >= 0 and <= uint.MaxValue && IsSolved(parameters, (uint)solution.Counter) ? parameters : null;
    }

    // By now every parameter is known to be ours, because the seal covers all of them.
    private static bool IsSolved(ChallengeParameters parameters, uint counter)
    {
        Span<byte> password = stackalloc byte[20];
        Convert.FromHexString(parameters.Nonce, password, out _, out _);
        BinaryPrimitives.WriteUInt32BigEndian(password[16..], counter);
        var key = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromHexString(parameters.Salt), parameters.Cost, HashAlgorithmName.SHA256, parameters.KeyLength);
        return Convert.ToHexStringLower(key).StartsWith(parameters.KeyPrefix, StringComparison.Ordinal);
    }

    private static string Signed(ChallengeParameters parameters) => "altcha:" + JsonSerializer.Serialize(parameters);

    private static ChallengeAnswer? Read(string posted)
    {
        if (posted.Length > LongestAnswer)
            return null;
        try
        {
            return JsonSerializer.Deserialize<ChallengeAnswer>(Convert.FromBase64String(posted), JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
