namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// Arrays and dictionaries can nest, and every reader follows them recursively: a file of nothing but opening brackets crashes
/// the process that reads it. Real files stay below a hundred levels. Brackets are counted in the raw bytes, whatever they
/// belong to, so that nothing can be hidden in an apparent comment or image.
/// </summary>
internal static class PdfNesting
{
    /// <summary>Far above what the bytes of an image reach by chance.</summary>
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
