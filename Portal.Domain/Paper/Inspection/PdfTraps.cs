namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// Detects what sends PDF readers into endless loops or overflows their stack, which crashes the process. Searches the raw
/// bytes without following objects, because following them is what goes wrong.
/// </summary>
internal static class PdfTraps
{
    /// <summary>Whether there's a trap, compressed or not. Accepts any bytes.</summary>
    public static bool AreIn(byte[] file) => AreInTheOpen(file) || PdfObjectStreams.Check(file, CheckPacked) is not null;

    /// <summary>Whether there's a trap in the uncompressed part.</summary>
    public static bool AreInTheOpen(ReadOnlySpan<byte> bytes) =>
        PdfUpdates.GoInCircles(bytes) || PdfNesting.IsTooDeep(bytes) || PdfLengths.AreTooManyElsewhere(bytes);

    /// <summary>Compressed objects are never streams, so none has a length.</summary>
    public static FileVerdict.Refused? CheckPacked(ReadOnlySpan<byte> bytes) =>
        PdfNesting.IsTooDeep(bytes) || PdfLengths.AreAnyElsewhere(bytes) || EndsOpen(bytes) ? Refusals.Broken : null;

    /// <summary>PDFsharp never finds the end of an unclosed "&lt;12", and takes a bracket after a space for a digit.</summary>
    private static bool EndsOpen(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOf((byte)'<');
        for (var at = last + 1; last >= 0 && at < bytes.Length; at++)
        {
            if (bytes[at] == '>' && bytes[at - 1] > ' ')
                return false;
        }

        return last >= 0;
    }
}
