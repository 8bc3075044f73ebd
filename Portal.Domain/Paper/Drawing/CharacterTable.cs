using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain.Paper.Drawing;

/// <summary>
/// The ToUnicode table of a font, which tells viewers and screen readers what a glyph means. PDFsharp writes characters beyond
/// U+FFFF with five digits, but viewers read only four and get a different character.
/// </summary>
internal static partial class CharacterTable
{
    /// <summary>The corrected table; null when there's nothing to fix or it's another kind of stream.</summary>
    public static byte[]? Mended(byte[] stream)
    {
        if (stream.AsSpan().IndexOf("beginbfrange"u8) < 0)
            return null;
        var text = Encoding.Latin1.GetString(stream);
        var mended = FarCharacter().Replace(text, match => $"><{Utf16(match.Groups[1].Value)}>");
        return mended == text ? null : Encoding.Latin1.GetBytes(mended);
    }

    private static string Utf16(string hexadecimal) =>
        Rune.TryCreate(int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture), out var rune)
        ? Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))
        : "FFFD";

    [GeneratedRegex("><([0-9A-F]{5,6})>")]
    private static partial Regex FarCharacter();
}
