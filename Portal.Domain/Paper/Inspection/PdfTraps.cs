namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// What sends readers of PDF round in circles or to the end of their stack, which ends the whole process. Looked for in the
/// bytes, without following the objects, because following them is what goes wrong.
/// </summary>
internal static class PdfTraps
{
    /// <summary>Whether there is one, packed or not. Takes any bytes.</summary>
    public static bool AreIn(byte[] file) => AreInTheOpen(file) || PdfObjectStreams.Check(file, CheckPacked) is not null;

    /// <summary>Whether there is one in what is not packed.</summary>
    public static bool AreInTheOpen(ReadOnlySpan<byte> bytes) =>
        PdfUpdates.GoInCircles(bytes) || PdfNesting.IsTooDeep(bytes) || PdfLengths.AreTooManyElsewhere(bytes);

    /// <summary>Of packed objects none is a stream, so none has a length.</summary>
    public static FileVerdict.Refused? CheckPacked(ReadOnlySpan<byte> bytes) =>
        PdfNesting.IsTooDeep(bytes) || PdfLengths.AreAnyElsewhere(bytes) || EndsOpen(bytes) ? Refusals.Broken : null;

    /// <summary>PDFsharp finds no end of "&lt;12" when nothing behind it closes it, and takes a bracket after a blank for a digit.</summary>
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
