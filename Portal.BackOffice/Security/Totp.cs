using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.BackOffice.Security;

/// <summary>Six-digit codes of authenticator apps (RFC 6238, SHA-1, 30 seconds), one step early or late allowed.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>A new key of 160 bits in Base32, as people type it into their app.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Alphabet, 32);

    /// <summary>The 30-second step the code belongs to; null when it is wrong. A step may be used only once: the caller keeps it.</summary>
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

    /// <summary>The code of a moment.</summary>
    public static string CodeAt(string key, DateTime now) => Code(key, new DateTimeOffset(now).ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What the QR code says to the app.</summary>
    public static string Uri(string key, string email, string issuer) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(email)}?secret={key}&issuer={System.Uri.EscapeDataString(issuer)}&digits=6&period={StepSeconds}";

    // RFC 6238 and every app in use prescribe SHA-1 here; its weakness does not touch HMAC.
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
