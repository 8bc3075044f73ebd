using System.Text;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Finds the names in PDF bytes, reading "#61" as "a" the way viewers do.</summary>
internal static class PdfNames
{
    private const int Longest = 32;

    /// <summary>Calls back with every name of up to 32 bytes until one call returns true; says whether one did.</summary>
    public static bool Any(ReadOnlySpan<byte> bytes, Func<string, bool> wanted)
    {
        Span<byte> name = stackalloc byte[Longest];
        while (bytes.IndexOf((byte)'/') is >= 0 and var slash)
        {
            bytes = bytes[(slash + 1)..];
            if (Read(bytes, name) is > 0 and var length && wanted(Encoding.Latin1.GetString(name[..length])))
                return true;
        }

        return false;
    }

    private static int Read(ReadOnlySpan<byte> bytes, Span<byte> name)
    {
        var length = 0;
        for (var at = 0; at < bytes.Length && IsRegular(bytes[at]); at++)
        {
            if (length == Longest)
                return 0;
            var value = bytes[at];
            if (value == '#' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]))
            {
                value = Convert.ToByte(Encoding.ASCII.GetString(bytes.Slice(at + 1, 2)), 16);
                at += 2;
            }

            name[length++] = value;
        }

        return length;
    }

    private static bool IsRegular(byte value) => value > (byte)' ' && "()<>[]{}/%"u8.IndexOf(value) < 0;
}
