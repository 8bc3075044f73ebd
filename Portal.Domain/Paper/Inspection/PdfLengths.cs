namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// The length of a stream may be an object elsewhere in the file, and that one a stream whose length is elsewhere again:
/// readers follow such a chain by recursion. A number behind the name is harmless. Anything else counts, and no more of
/// it is let through than <see cref="Reading.LargeStack"/> bears when all of it is one chain.
/// </summary>
internal static class PdfLengths
{
    private const int MostElsewhere = 10_000;

    public static bool AreTooManyElsewhere(ReadOnlySpan<byte> bytes) => AreElsewhere(bytes, MostElsewhere);

    public static bool AreAnyElsewhere(ReadOnlySpan<byte> bytes) => AreElsewhere(bytes, 0);

    private static bool AreElsewhere(ReadOnlySpan<byte> bytes, int moreThan)
    {
        var count = 0;
        return PdfNames.Any(bytes, (name, behind) => name == "Length" && !IsNumber(behind) && ++count > moreThan);
    }

    /// <summary>Followed by the next name or the end of the dictionary: "12 0 R" and "12%" are more than a number.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> behind)
    {
        behind = behind.TrimStart(" \r\n\t\f\0"u8);
        var digits = behind.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits > 0 && behind[digits..].TrimStart(" \r\n\t\f\0"u8) is [(byte)'/' or (byte)'>', ..];
    }
}
