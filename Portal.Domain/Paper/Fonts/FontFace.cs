using System.Buffers.Binary;
using System.Text;

namespace Portal.Domain.Paper.Fonts;

/// <summary>
/// What layout needs to know about one TrueType file: its characters and their widths.
/// PDFsharp does the drawing and reads the same file again by its path.
/// </summary>
internal sealed class FontFace
{
    private readonly Dictionary<int, ushort> _glyphs;
    private readonly double[] _widths;

    private FontFace(string path, Dictionary<int, ushort> glyphs, double[] widths)
    {
        Path = path;
        _glyphs = glyphs;
        _widths = widths;
    }

    public string Path { get; }

    public bool Has(Rune character) => _glyphs.ContainsKey(character.Value);

    /// <summary>The advance width in points at the given size in points.</summary>
    public double Width(Rune character, double size) =>
        _widths[Math.Min(_glyphs.GetValueOrDefault(character.Value), _widths.Length - 1)] * size;

    /// <summary>Null when the file isn't a TrueType font with outlines and a Unicode map.</summary>
    public static FontFace? TryRead(string path)
    {
        try
        {
            var tables = FontTables.Read(File.ReadAllBytes(path));
            if (!tables.ContainsKey("glyf") || CharacterMap.Read(tables["cmap"]) is not { } glyphs)
                return null;
            return new FontFace(path, glyphs, Widths(tables["head"], tables["hhea"], tables["hmtx"]));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException
            or ArgumentException or IndexOutOfRangeException or KeyNotFoundException or OverflowException)
        {
            return null;
        }
    }

    private static double[] Widths(ReadOnlySpan<byte> head, ReadOnlySpan<byte> hhea, ReadOnlySpan<byte> hmtx)
    {
        double unitsPerEm = Math.Max((ushort)1, BinaryPrimitives.ReadUInt16BigEndian(head[18..]));
        var widths = new double[Math.Max((ushort)1, BinaryPrimitives.ReadUInt16BigEndian(hhea[34..]))];
        for (var glyph = 0; glyph < widths.Length; glyph++)
            widths[glyph] = BinaryPrimitives.ReadUInt16BigEndian(hmtx[(4 * glyph)..]) / unitsPerEm;
        return widths;
    }
}
