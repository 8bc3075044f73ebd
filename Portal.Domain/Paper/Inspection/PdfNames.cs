using System.Text;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Finds the names in PDF bytes, reading "#61" as "a" the way viewers do.</summary>
internal static class PdfNames
{
    private const int Longest = 32;

    /// <summary>Examines a name and what follows it.</summary>
    public delegate bool Check(string name, ReadOnlySpan<byte> behind);

    /// <summary>Calls back with every name of up to 32 bytes until a call returns true. Returns whether one did.</summary>
    public static bool Any(ReadOnlySpan<byte> bytes, Check wanted)
    {
        Span<byte> name = stackalloc byte[Longest];
        while (bytes.IndexOf((byte)'/') is >= 0 and var slash)
        {
            bytes = bytes[(slash + 1)..];
            var length = Read(bytes, name, out var end);
            if (length > 0 && wanted(Encoding.Latin1.GetString(name[..length]), bytes[end..]))
                return true;
        }

        return false;
    }

    private static int Read(ReadOnlySpan<byte> bytes, Span<byte> name, out int end)
    {
        var length = 0;
        for (end = 0; end < bytes.Length && IsRegular(bytes[end]); end++)
        {
            if (length == Longest)
                return 0;
            var value = bytes[end];
            if (value == '#' && end + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[end + 1]) && char.IsAsciiHexDigit((char)bytes[end + 2]))
            {
                value = Convert.ToByte(Encoding.ASCII.GetString(bytes.Slice(end + 1, 2)), 16);
                end += 2;
            }

            name[length++] = value;
        }

        return length;
    }

    private static bool IsRegular(byte value) => value > (byte)' ' && "()<>[]{}/%"u8.IndexOf(value) < 0;
}
