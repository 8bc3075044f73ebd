namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>The five PNG filters (ISO 15948, section 9), called predictors in PDF.</summary>
internal static class PngFilter
{
    /// <summary>Undoes the filter of one row, in place.</summary>
    /// <exception cref="InvalidDataException">There's no such filter.</exception>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int apart)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var left = at < apart ? 0 : row[at - apart];
            row[at] += filter switch
            {
                0 => (byte)0,
                1 => (byte)left,
                2 => above[at],
                3 => (byte)((left + above[at]) / 2),
                4 => (byte)Paeth(left, above[at], at < apart ? 0 : above[at - apart]),
                _ => throw new InvalidDataException("This picture uses a filter that does not exist."),
            };
        }
    }

    private static int Paeth(int left, int above, int aboveLeft)
    {
        var guess = left + above - aboveLeft;
        var (toLeft, toAbove, toAboveLeft) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
