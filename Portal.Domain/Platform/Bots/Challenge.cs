namespace Portal.Domain.Platform.Bots;

/// <summary>A puzzle for the ALTCHA widget (protocol version 3), written as JSON with camel-case names.</summary>
/// <param name="Parameters">What to solve.</param>
/// <param name="Signature">Proof that this office issued it.</param>
public sealed record Challenge(ChallengeParameters Parameters, string Signature);

/// <summary>Find a counter so that PBKDF2(nonce followed by the counter as 32 bits, salt) starts with the prefix.</summary>
/// <param name="Algorithm">Always <c>PBKDF2/SHA-256</c>.</param>
/// <param name="Nonce">16 random bytes in hexadecimal.</param>
/// <param name="Salt">16 random bytes in hexadecimal.</param>
/// <param name="Cost">PBKDF2 iterations per try.</param>
/// <param name="KeyLength">Bytes of the derived key.</param>
/// <param name="KeyPrefix">Hexadecimal start of the derived key.</param>
public sealed record ChallengeParameters(string Algorithm, string Nonce, string Salt, int Cost, int KeyLength, string KeyPrefix)
{
    /// <summary>Seconds since 1970, UTC; the widget fetches a new one afterwards.</summary>
    public required long ExpiresAt { get; init; }
}

/// <summary>What the widget posts, as base64 of JSON.</summary>
public sealed record ChallengeAnswer(Challenge Challenge, ChallengeSolution Solution);

/// <summary>The counter found.</summary>
public sealed record ChallengeSolution(long Counter);
