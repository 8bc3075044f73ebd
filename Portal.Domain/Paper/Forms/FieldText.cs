using System.Globalization;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Layout;

namespace Portal.Domain.Paper.Forms;

/// <summary>Sets text in a field at the size the form specifies, or smaller if needed. Text that doesn't fit isn't set.</summary>
internal sealed class FieldText(FontFiles files)
{
    private const double Smallest = 6, Padding = 2, Leading = 1.18, CapHeight = 0.7;

    private readonly FontRuns _fonts = new(files);
    private readonly LineBreaker _lines = new(new FontRuns(files));

    /// <summary>Marks from the top left of the field; null when the text doesn't fit even at six points.</summary>
    public IReadOnlyList<Mark>? Fit(FieldLook look, string text, FontStyle font = FontStyle.Regular)
    {
        var clean = ArabicForms.Join(PrintableText.Clean(text).Trim(), form => _fonts.Has(form, font));
        if (!look.Multiline)
            clean = string.Join(", ", clean.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (look.MaxLength is { } most && Length(clean) > most)
        {
            // Hyphens and spaces in a number are only for readability.
            clean = string.Concat(clean.Where(char.IsLetterOrDigit));
            if (Length(clean) > most)
                return null;
        }

        var sizes = Sizes(look);
        return look.Comb ? Cells(look, clean, font)
            : look.Multiline ? sizes.Select(size => Lines(look, clean, font, size)).FirstOrDefault(marks => marks is not null)
            : sizes.Select(size => Line(look, clean, font, size)).FirstOrDefault(marks => marks is not null);
    }

    /// <summary>As much of the beginning as fits before the notice. If not even the notice fits, nothing.</summary>
    public IReadOnlyList<Mark> Cut(FieldLook look, string text, IReadOnlyList<string> notices)
    {
        var notice = notices.FirstOrDefault(n => (look.MaxLength is not { } most || Length(n) <= most) && Fit(look, n) is not null);
        if (notice is null)
            return [];
        // A field with a length limit usually holds a number, and part of a number would be wrong.
        if (look.MaxLength is not null)
            return Fit(look, notice)!;
        var elements = StringInfo.ParseCombiningCharacters(text);
        var (fits, tooLong) = (0, Math.Min(elements.Length, 4_000));
        while (fits + 1 < tooLong)
        {
            var half = (fits + tooLong) / 2;
            (fits, tooLong) = Fit(look, Beginning(half)) is null ? (fits, half) : (half, tooLong);
        }

        return fits == 0 ? Fit(look, notice)! : Fit(look, Beginning(fits))!;

        string Beginning(int length) => $"{text[..elements[length]].TrimEnd()}… {notice}";
    }

    private static int Length(string text) => new StringInfo(text).LengthInTextElements;

    private static IEnumerable<double> Sizes(FieldLook look)
    {
        var start = look.Size > 0 ? look.Size : look.Multiline ? 10 : Math.Min(12, look.Height * 0.65);
        start = Math.Max(3, Math.Min(start, look.Height * 0.85));
        for (var size = start; size > Smallest; size -= 0.5)
            yield return size;
        yield return Math.Min(start, Smallest);
    }

    private List<Mark>? Line(FieldLook look, string text, FontStyle font, double size)
    {
        var width = _fonts.Width(text, font, size);
        return width > Room(look) ? null : [.. Marks(text, font, size, Start(look, width), Middle(look, size))];
    }

    private List<Mark>? Lines(FieldLook look, string text, FontStyle font, double size)
    {
        var style = Style(font, size);
        var lines = _lines.Break(text, style, Room(look));
        if (lines.Count * style.Leading > look.Height - (2 * (look.Border + 1)))
            return null;
        return [.. lines.SelectMany((line, index) =>
            Marks(line, font, size, Start(look, _fonts.Width(line, font, size)), look.Border + 1 + (index * style.Leading) + (0.92 * size)))];
    }

    /// <summary>One character per cell, centered.</summary>
    private List<Mark>? Cells(FieldLook look, string text, FontStyle font)
    {
        var cell = look.Width / look.MaxLength!.Value;
        var elements = StringInfo.GetTextElementEnumerator(text);
        var length = Length(text);
        var size = Sizes(look).FirstOrDefault(s => _fonts.Width("0", font, s) <= cell);
        if (size == 0)
            return null;
        var marks = new List<Mark>();
        var first = look.Align switch { 1 => (look.MaxLength.Value - length) / 2, 2 => look.MaxLength.Value - length, _ => 0 };
        for (var index = first; elements.MoveNext(); index++)
        {
            var element = elements.GetTextElement();
            marks.AddRange(Marks(element, font, size, (index * cell) + ((cell - _fonts.Width(element, font, size)) / 2), Middle(look, size)));
        }

        return marks;
    }

    private static double Room(FieldLook look) => Math.Max(1, look.Width - (2 * (Padding + look.Border)));

    private static double Start(FieldLook look, double width) => look.Align switch
    {
        1 => (look.Width - width) / 2,
        2 => look.Width - width - Padding - look.Border,
        _ => Padding + look.Border,
    };

    private static double Middle(FieldLook look, double size) => (look.Height + (CapHeight * size)) / 2;

    private static TextStyle Style(FontStyle font, double size) => new(font, size, size * Leading, Ink.Black);

    private IEnumerable<Mark> Marks(string line, FontStyle font, double size, double x, double baseline)
    {
        foreach (var run in _fonts.Split(VisualOrder.Of(line), font))
        {
            yield return new TextMark(null, run, Style(font, size), x, baseline);
            x += _fonts.Width(run.Text, font, size);
        }
    }
}
