using System.Buffers.Binary;

namespace Portal.Domain.Paper.Fonts;

/// <summary>The <c>cmap</c> table of a TrueType font, formats 4 and 12: character to glyph.</summary>
internal static class CharacterMap
{
    /// <summary>Null when the font has no Unicode map. Throws ArgumentOutOfRangeException on a damaged one.</summary>
    public static Dictionary<int, ushort>? Read(ReadOnlySpan<byte> cmap)
    {
        var best = -1;
        var full = false;
        for (var entry = 0; entry < UInt16(cmap, 2); entry++)
        {
            var platform = UInt16(cmap, 4 + (8 * entry));
            var encoding = UInt16(cmap, 6 + (8 * entry));
            var offset = checked((int)UInt32(cmap, 8 + (8 * entry)));
            var format = UInt16(cmap, offset);
            var unicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            if (unicode && ((format == 12 && !full) || (format == 4 && best < 0)))
            {
                best = offset;
                full = format == 12;
            }
        }

        return best < 0 ? null : full ? Groups(cmap[best..]) : Segments(cmap[best..]);
    }

    private static Dictionary<int, ushort> Groups(ReadOnlySpan<byte> table)
    {
        var glyphs = new Dictionary<int, ushort>();
        for (var group = 0; group < UInt32(table, 12); group++)
        {
            var first = UInt32(table, 16 + (12 * group));
            var last = Math.Min(0x10FFFF, UInt32(table, 20 + (12 * group)));
            var glyph = UInt32(table, 24 + (12 * group));
            for (var character = first; character <= last; character++)
                glyphs[(int)character] = (ushort)(glyph + character - first);
        }

        return glyphs;
    }

    private static Dictionary<int, ushort> Segments(ReadOnlySpan<byte> table)
    {
        var glyphs = new Dictionary<int, ushort>();
        int size = UInt16(table, 6);
        for (var segment = 0; segment < size; segment += 2)
        {
            int last = UInt16(table, 14 + segment);
            int first = UInt16(table, 16 + size + segment);
            int delta = UInt16(table, 16 + (2 * size) + segment);
            var rangeAt = 16 + (3 * size) + segment;
            int range = UInt16(table, rangeAt);
            for (var character = first; character <= last && character != 0xFFFF; character++)
            {
                int glyph = range == 0 ? character : UInt16(table, rangeAt + range + (2 * (character - first)));
                if (glyph != 0 && (ushort)(glyph + delta) is var shifted and not 0)
                    glyphs[character] = shifted;
            }
        }

        return glyphs;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
