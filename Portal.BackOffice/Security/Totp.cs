using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.BackOffice.Security;

/// <summary>Six-digit authenticator codes (RFC 6238, SHA-1, 30 seconds). Accepts one step early or late.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>Creates a 160-bit key in Base32, as people type it into their app.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Alphabet, 32);

    /// <summary>
    /// The 30-second step a code belongs to; null if the code is wrong. The caller must store the step so it can't be
    /// used twice.
    /// </summary>
    public static long? Match(string key, string? code, DateTime now)
    {
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        var current = new DateTimeOffset(now).ToUnixTimeSeconds() / StepSeconds;
        long? match = null;
        foreach (var step in (long[])[current, current - 1, current + 1])
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(key, step)), Encoding.ASCII.GetBytes(typed)))
                match ??= step;
        return match;
    }

    /// <summary>The code for a point in time.</summary>
    public static string CodeAt(string key, DateTime now) => Code(key, new DateTimeOffset(now).ToUnixTimeSeconds() / StepSeconds);

    /// <summary>Content of the QR code for the app.</summary>
    public static string Uri(string key, string email, string issuer) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(email)}"
        + $"?secret={key}&issuer={System.Uri.EscapeDataString(issuer)}&digits=6&period={StepSeconds}";

    // RFC 6238 and every app in use require SHA-1 here; its weakness doesn't affect HMAC.
#pragma warning disable CA5350
    private static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Bytes(key), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    private static byte[] Bytes(string base32)
    {
        var bytes = new byte[base32.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in base32)
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
            buffer &= (1 << bits) - 1;
        }

        return bytes;
    }
}
