using Portal.Domain.Paper.Fonts;

namespace Portal.Domain.Paper.Layout;

/// <summary>Turns text into strips or loose marks.</summary>
internal sealed class TextSetter(FontRuns fonts)
{
    private const double BaselineShare = 0.74;
    private const int MaxOnOneLine = 400;
    private readonly LineBreaker _lines = new(fonts);

    /// <summary>One strip per line. The first two and the last two lines stay together.</summary>
    public IReadOnlyList<Strip> Strips(string text, TextStyle style, Tag tag, double x = 0, double width = Sheet.TextWidth)
    {
        var lines = _lines.Break(Prepared(text, style), style, width);
        return [.. lines.Select((line, index) => new Strip(style.Leading, Marks(line, style, tag, x, 0))
        {
            KeepWithNext = lines.Count > 1 && (index == 0 || index == lines.Count - 2),
        })];
    }

    /// <summary>All lines stacked, for a block that's never split.</summary>
    public (IReadOnlyList<Mark> Marks, double Height) Stack(string text, TextStyle style, Tag? tag, double x, double y, double width)
    {
        var lines = _lines.Break(Prepared(text, style), style, width);
        var marks = lines.SelectMany((line, index) => Marks(line, style, tag, x, y + (index * style.Leading)));
        return ([.. marks], lines.Count * style.Leading);
    }

    /// <summary>One line, cut with an ellipsis when it is too long.</summary>
    public IReadOnlyList<Mark> OneLine(string text, TextStyle style, Tag? tag, double x, double y, double width)
    {
        // Nothing longer can fit, and this is set on every page.
        var clean = Prepared(text.Length > MaxOnOneLine ? text[..MaxOnOneLine] : text, style).Replace('\n', ' ');
        if (fonts.Width(clean, style.Font, style.Size) > width)
            clean = _lines.Break(clean, style, width - style.Size)[0].TrimEnd() + "…";
        return Marks(clean, style, tag, x, y);
    }

    private string Prepared(string text, TextStyle style) =>
        ArabicForms.Join(PrintableText.Clean(text), form => fonts.Has(form, style.Font));

    private List<Mark> Marks(string line, TextStyle style, Tag? tag, double x, double y)
    {
        var marks = new List<Mark>();
        foreach (var run in fonts.Split(VisualOrder.Of(line), style.Font))
        {
            marks.Add(new TextMark(tag, run, style, x, y + (style.Leading * BaselineShare)));
            x += fonts.Width(run.Text, style.Font, style.Size);
        }

        return marks;
    }
}
