using System.Buffers;

namespace Portal.Domain.Paper.Inspection;

internal static class Padding
{
    private const int Most = 4096;

    private static readonly SearchValues<byte> Blank = SearchValues.Create("\0\t\n\f\r "u8);

    /// <summary>Whether only a little whitespace or zeros, which some programs leave, follow the end of a file.</summary>
    public static bool IsAll(ReadOnlySpan<byte> rest) => rest.Length <= Most && !rest.ContainsAnyExcept(Blank);
}
