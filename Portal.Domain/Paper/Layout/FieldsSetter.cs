namespace Portal.Domain.Paper.Layout;

/// <summary>Sets labels and values as a two-column table with a hairline under each row.</summary>
internal sealed class FieldsSetter(TextSetter text)
{
    private const double LabelWidth = 150;
    private const double ValueLeft = LabelWidth + 14;
    private const double Padding = 3.5;

    public IReadOnlyList<Strip> Strips(Fields fields)
    {
        var table = new Tag("Table");
        return BlockSetter.Spaced(8, [.. fields.Items.SelectMany((field, index) => Row(field, table, index == 0))]);
    }

    private List<Strip> Row(Field field, Tag table, bool first)
    {
        var row = new Tag("TR", table);
        var labels = text.Strips(field.Label, TextStyle.Label, new Tag("TH", row), 0, LabelWidth);
        var values = text.Strips(field.Value, TextStyle.Body, new Tag("TD", row), ValueLeft, Sheet.TextWidth - ValueLeft);
        var lines = Math.Max(labels.Count, values.Count);
        var strips = new List<Strip>();
        for (var line = 0; line < lines; line++)
        {
            var top = line == 0 ? Padding : 0;
            var bottom = line == lines - 1 ? Padding : 0;
            var height = top + TextStyle.Body.Leading + bottom;
            IEnumerable<Mark> marks = [.. MarksOf(labels, line), .. MarksOf(values, line)];
            strips.Add(new Strip(height, [.. marks.Select(mark => mark.MovedBy(0, top)), .. Rules(first && line == 0, bottom > 0, height)])
            {
                KeepWithNext = lines > 1 && (line < labels.Count || line == 0 || line == lines - 2) && line < lines - 1,
            });
        }

        return strips;
    }

    private static IReadOnlyList<Mark> MarksOf(IReadOnlyList<Strip> strips, int line) => line < strips.Count ? strips[line].Marks : [];

    private static IEnumerable<Mark> Rules(bool above, bool below, double height)
    {
        if (above)
            yield return new LineMark(0, Sheet.TextWidth, 0, 0.5, Ink.Hairline);
        if (below)
            yield return new LineMark(0, Sheet.TextWidth, height, 0.5, Ink.Hairline);
    }
}
