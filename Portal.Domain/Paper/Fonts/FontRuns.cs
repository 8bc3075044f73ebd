using System.Text;

namespace Portal.Domain.Paper.Fonts;

/// <summary>A stretch of text that one font file can draw.</summary>
internal readonly record struct FontRun(string Text, FontFace Face);

/// <summary>Splits text where the font has to change, and replaces characters no font can draw with a box.</summary>
internal sealed class FontRuns(FontFiles files)
{
    private static readonly Rune Box = new('□');

    public IReadOnlyList<FontRun> Split(string text, FontStyle style)
    {
        var runs = new List<FontRun>();
        var open = new StringBuilder();
        FontFace? current = null;
        foreach (var character in text.EnumerateRunes())
        {
            var (drawn, face) = Resolve(character, style);
            if (current is not null && !ReferenceEquals(face, current))
            {
                runs.Add(new FontRun(open.ToString(), current));
                open.Clear();
            }

            current = face;
            open.Append(drawn);
        }

        if (current is not null)
            runs.Add(new FontRun(open.ToString(), current));
        return runs;
    }

    public double Width(string text, FontStyle style, double size)
    {
        var width = 0d;
        foreach (var character in text.EnumerateRunes())
        {
            var (drawn, face) = Resolve(character, style);
            width += face.Width(drawn, size);
        }

        return width;
    }

    /// <summary>Whether any font can draw it.</summary>
    public bool Has(char character, FontStyle style) =>
        Rune.TryCreate(character, out var rune) && (files[style].Has(rune) || files.Fallback.For(rune, style) is not null);

    private (Rune Drawn, FontFace Face) Resolve(Rune character, FontStyle style)
    {
        var face = files[style];
        if (face.Has(character))
            return (character, face);
        return files.Fallback.For(character, style) is { } other ? (character, other)
            : character == Box ? (new Rune('?'), face)
            : Resolve(Box, style);
    }
}
