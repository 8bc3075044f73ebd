using System.Buffers.Binary;

namespace Portal.Domain.Paper.Fonts;

/// <summary>How a component of a glyph is scaled and turned: a 2 by 2 matrix.</summary>
internal readonly record struct GlyphScaling(double Xx, double Xy, double Yx, double Yy)
{
    public static readonly GlyphScaling None = new(1, 0, 0, 1);

    public (double X, double Y) Apply(double x, double y) => ((Xx * x) + (Yx * y), (Xy * x) + (Yy * y));

    /// <summary>This scaling within the outer one.</summary>
    public GlyphScaling Within(GlyphScaling outer)
    {
        var (xx, xy) = outer.Apply(Xx, Xy);
        var (yx, yy) = outer.Apply(Yx, Yy);
        return new(xx, xy, yx, yy);
    }
}

/// <summary>One component of a composite TrueType glyph: the glyph, its scaling, and its position.</summary>
internal readonly record struct GlyphPart(ushort Flags, ushort Glyph, GlyphScaling Scaling, double X, double Y)
{
    private const ushort Words = 1, Offsets = 2, Round = 4, Scale = 8, More = 0x20, XyScale = 0x40, TwoByTwo = 0x80, Metrics = 0x200, Overlap = 0x400;

    /// <summary>The components of a glyph; empty for a simple glyph.</summary>
    public static IReadOnlyList<GlyphPart> In(ReadOnlySpan<byte> glyph)
    {
        if (glyph.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(glyph) >= 0)
            return [];
        var parts = new List<GlyphPart>();
        for (var rest = glyph[10..]; ;)
        {
            var flags = (ushort)Short(rest, 0);
            var words = (flags & Words) != 0;
            var (x, y) = words ? (Short(rest, 4), Short(rest, 6)) : ((short)(sbyte)rest[4], (short)(sbyte)rest[5]);
            var stretch = rest[(words ? 8 : 6)..];
            var (scaling, used) =
                (flags & Scale) != 0 ? (new GlyphScaling(Fraction(stretch, 0), 0, 0, Fraction(stretch, 0)), 2)
                : (flags & XyScale) != 0 ? (new GlyphScaling(Fraction(stretch, 0), 0, 0, Fraction(stretch, 2)), 4)
                : (flags & TwoByTwo) != 0
                    ? (new GlyphScaling(Fraction(stretch, 0), Fraction(stretch, 2), Fraction(stretch, 4), Fraction(stretch, 6)), 8)
                : (GlyphScaling.None, 0);
            parts.Add(new GlyphPart(flags, (ushort)Short(rest, 2), scaling, x, y));
            if ((flags & More) == 0)
                return parts;
            rest = stretch[used..];
        }
    }

    /// <summary>This part relative to the outer glyph that contains its parent.</summary>
    public GlyphPart Within(GlyphPart outer)
    {
        var (x, y) = outer.Scaling.Apply(X, Y);
        return new((ushort)(Flags & (outer.Flags | ~Metrics)), Glyph, Scaling.Within(outer.Scaling), x + outer.X, y + outer.Y);
    }

    public byte[] Encode(bool last)
    {
        var plain = Scaling == GlyphScaling.None;
        var flags = (Flags & (Round | Metrics | Overlap)) | Words | Offsets | (last ? 0 : More) | (plain ? 0 : TwoByTwo);
        var bytes = new byte[plain ? 8 : 16];
        double[] values = [(short)flags, (short)Glyph, Math.Round(X), Math.Round(Y),
            .. plain ? (double[])[] : [Scaling.Xx * 16384, Scaling.Xy * 16384, Scaling.Yx * 16384, Scaling.Yy * 16384]];
        for (var index = 0; index < values.Length; index++)
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * index), (short)Math.Clamp(Math.Round(values[index]), short.MinValue, short.MaxValue));
        return bytes;
    }

    private static short Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    private static double Fraction(ReadOnlySpan<byte> bytes, int at) => Short(bytes, at) / 16384d;
}
