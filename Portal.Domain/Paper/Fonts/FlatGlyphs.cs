using System.Buffers.Binary;

namespace Portal.Domain.Paper.Fonts;

/// <summary>
/// Flattens composite glyphs whose components are themselves composite. PDFsharp 6.5 follows only the first level when it
/// embeds a subset (its issue 348), and letters such as à, ạ, or ễ would silently lose their accents.
/// </summary>
internal static class FlatGlyphs
{
    /// <summary>The same bytes when nothing is nested.</summary>
    public static byte[] In(byte[] font)
    {
        var tables = FontTables.Read(font);
        var longOffsets = BinaryPrimitives.ReadInt16BigEndian(tables["head"].AsSpan(50)) != 0;
        var count = BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].AsSpan(4));
        var glyphs = new byte[count][];
        for (var glyph = 0; glyph < count; glyph++)
            glyphs[glyph] = tables["glyf"][Offset(tables["loca"], glyph, longOffsets)..Offset(tables["loca"], glyph + 1, longOffsets)];
        byte[][] flat = [.. glyphs.Select(glyph => IsNested(glyph, glyphs) ? Flattened(glyph, glyphs) : glyph)];
        if (flat.Zip(glyphs).All(pair => ReferenceEquals(pair.First, pair.Second)))
            return font;
        (tables["glyf"], tables["loca"]) = Joined(flat);
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(tables["maxp"].AsSpan(28), (ushort)flat.Max(glyph => GlyphPart.In(glyph).Count));
        BinaryPrimitives.WriteUInt16BigEndian(tables["maxp"].AsSpan(30), 1);
        return FontTables.Write(font.AsSpan(0, 4), tables);
    }

    private static int Offset(byte[] loca, int glyph, bool longOffsets) => longOffsets
        ? BinaryPrimitives.ReadInt32BigEndian(loca.AsSpan(4 * glyph))
        : 2 * BinaryPrimitives.ReadUInt16BigEndian(loca.AsSpan(2 * glyph));

    private static bool IsNested(byte[] glyph, byte[][] glyphs) =>
        GlyphPart.In(glyph).Any(part => GlyphPart.In(glyphs[part.Glyph]).Count > 0);

    private static byte[] Flattened(byte[] glyph, byte[][] glyphs)
    {
        GlyphPart[] parts = [.. Leaves(glyph, glyphs, 0)];
        using var written = new MemoryStream();
        written.Write(glyph.AsSpan(0, 10));
        for (var part = 0; part < parts.Length; part++)
            written.Write(parts[part].Encode(last: part == parts.Length - 1));
        return written.ToArray();
    }

    private static IEnumerable<GlyphPart> Leaves(byte[] glyph, byte[][] glyphs, int depth) =>
        GlyphPart.In(glyph).SelectMany(part => depth < 8 && GlyphPart.In(glyphs[part.Glyph]).Count > 0
            ? Leaves(glyphs[part.Glyph], glyphs, depth + 1).Select(inner => inner.Within(part))
            : [part]);

    private static (byte[] Glyf, byte[] Loca) Joined(byte[][] glyphs)
    {
        using var glyf = new MemoryStream();
        var loca = new byte[4 * (glyphs.Length + 1)];
        for (var glyph = 0; glyph < glyphs.Length; glyph++)
        {
            glyf.Write(glyphs[glyph]);
            glyf.Write(new byte[(4 - (glyphs[glyph].Length % 4)) % 4]);
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (glyph + 1)), (int)glyf.Length);
        }

        return (glyf.ToArray(), loca);
    }
}
