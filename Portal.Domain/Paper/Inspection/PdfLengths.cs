namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// A stream's length may be an object elsewhere in the file, inside a stream whose length is elsewhere again, and readers follow
/// such a chain recursively. A plain number is harmless. Anything else is counted, and no more is allowed than
/// <see cref="Reading.LargeStack"/> can handle if all of it is one chain.
/// </summary>
internal static class PdfLengths
{
    private const int MaxElsewhere = 10_000;

    public static bool AreTooManyElsewhere(ReadOnlySpan<byte> bytes) => AreElsewhere(bytes, MaxElsewhere);

    public static bool AreAnyElsewhere(ReadOnlySpan<byte> bytes) => AreElsewhere(bytes, 0);

    private static bool AreElsewhere(ReadOnlySpan<byte> bytes, int moreThan)
    {
        var count = 0;
        return PdfNames.Any(bytes, (name, behind) => name == "Length" && !IsNumber(behind) && ++count > moreThan);
    }

    /// <summary>Whether a plain number follows, up to the next name or the end of the dictionary. "12 0 R" and "12%" are more than a number.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> behind)
    {
        behind = behind.TrimStart(" \r\n\t\f\0"u8);
        var digits = behind.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits > 0 && behind[digits..].TrimStart(" \r\n\t\f\0"u8) is [(byte)'/' or (byte)'>', ..];
    }
}
