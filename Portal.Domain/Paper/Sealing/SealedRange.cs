using System.Buffers.Text;

namespace Portal.Domain.Paper.Sealing;

/// <summary>
/// A /ByteRange found in a file. The signed bytes are those before and after the gap, which contains the signature as
/// &lt;hexadecimal&gt;. Found by scanning bytes, not by parsing the PDF, so that no parser can be misled.
/// </summary>
internal readonly record struct SealedRange(int GapStart, int GapEnd, int Length)
{
    private const int MaxCandidates = 64;

    /// <summary>All ranges that fit in the file and have a well-formed gap.</summary>
    /// <param name="pdf">Any bytes.</param>
    /// <param name="mentions">How often the key occurs, well-formed or not.</param>
    public static IReadOnlyList<SealedRange> FindAll(ReadOnlySpan<byte> pdf, out int mentions)
    {
        var key = "/ByteRange"u8;
        var found = new List<SealedRange>();
        mentions = 0;
        for (var at = 0; mentions < MaxCandidates && pdf[at..].IndexOf(key) is var next and >= 0;)
        {
            at += next + key.Length;
            mentions++;
            if (Parse(pdf[at..]) is { } range && range.FitsInto(pdf) && !found.Contains(range))
                found.Add(range);
        }

        return found;
    }

    public bool CoversAllOf(ReadOnlySpan<byte> pdf) => Length == pdf.Length;

    public byte[] SignedBytes(ReadOnlySpan<byte> pdf)
    {
        var signed = new byte[GapStart + Length - GapEnd];
        pdf[..GapStart].CopyTo(signed);
        pdf[GapEnd..Length].CopyTo(signed.AsSpan(GapStart));
        return signed;
    }

    public ReadOnlySpan<byte> Hexadecimal(ReadOnlySpan<byte> pdf) => pdf[(GapStart + 1)..(GapEnd - 1)];

    private bool FitsInto(ReadOnlySpan<byte> pdf) =>
        GapStart > 0 && GapEnd - GapStart >= 2 && Length >= GapEnd && Length <= pdf.Length
        && pdf[GapStart] == '<' && pdf[GapEnd - 1] == '>'
        && pdf[..GapStart].TrimEnd((byte)' ').EndsWith("/Contents"u8);

    private static SealedRange? Parse(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(" \r\n\t"u8);
        if (text.IsEmpty || text[0] != '[')
            return null;
        text = text[1..];
        Span<int> numbers = stackalloc int[4];
        foreach (ref var number in numbers)
        {
            text = text.TrimStart(" \r\n\t"u8);
            if (!Utf8Parser.TryParse(text, out number, out var used) || number < 0)
                return null;
            text = text[used..];
        }

        var end = (long)numbers[2] + numbers[3];
        return numbers[0] == 0 && end <= int.MaxValue ? new SealedRange(numbers[1], numbers[2], (int)end) : null;
    }
}
