namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// Arrays and dictionaries may hold each other, and every reader follows them by recursion: a file of nothing but opening
/// brackets ends the process that reads it. Real files stay below a hundred. Counted in bytes, whatever they belong to,
/// so that nothing can be hidden in what is taken for a comment or a picture.
/// </summary>
internal static class PdfNesting
{
    /// <summary>Far above what chance makes of the bytes of a picture.</summary>
    private const int Deepest = 4000;

    public static bool IsTooDeep(ReadOnlySpan<byte> bytes)
    {
        var depth = 0;
        while (bytes.IndexOfAny("[]<>"u8) is >= 0 and var next)
        {
            var bracket = bytes[next];
            var isPair = bracket is (byte)'<' or (byte)'>' && next + 1 < bytes.Length && bytes[next + 1] == bracket;
            bytes = bytes[(next + (isPair ? 2 : 1))..];
            if (bracket == '[' || (isPair && bracket == '<'))
                depth++;
            else if (depth > 0 && (bracket == ']' || isPair))
                depth--;
            if (depth > Deepest)
                return true;
        }

        return false;
    }
}
