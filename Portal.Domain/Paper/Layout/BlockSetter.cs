namespace Portal.Domain.Paper.Layout;

/// <summary>Turns each block of a document into strips. Pages of another PDF get here only when they can't be printed.</summary>
internal sealed class BlockSetter(TextSetter text, PaperWords words, double room)
{
    private readonly FieldsSetter _fields = new(text);
    private readonly SignatureSetter _signatures = new(text);
    private readonly PictureSetter _pictures = new(text, words);

    public IReadOnlyList<Strip> Strips(PaperBlock block) => block switch
    {
        Heading { Level: <= 2 } heading => Heading(heading.Text, TextStyle.Section, "H2", 18),
        Heading heading => Heading(heading.Text, TextStyle.Subsection, "H3", 12),
        Paragraph paragraph => Spaced(7, text.Strips(paragraph.Text, paragraph.Strong ? TextStyle.Strong : TextStyle.Body, new Tag("P"))),
        Fields fields => _fields.Strips(fields),
        Bullets bullets => Bullets(bullets),
        SignatureBlock signature => _signatures.Strips(signature),
        BlankLine blank => _signatures.Strips(blank),
        Rule => [new Strip(1, [new LineMark(0, Sheet.TextWidth, 0.5, 0.75, Ink.Hairline)]) { SpaceBefore = 12 }],
        QrCode code => Code(code),
        Picture picture => _pictures.Strips(picture, room),
        PdfPages pages => _pictures.LeftOut(pages.Name),
        PageBreak => [new Strip(0, []) { EndsPage = true }],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "This block cannot be printed."),
    };

    /// <summary>The document's title, on its first page.</summary>
    public IReadOnlyList<Strip> Title(string title) => Heading(title, TextStyle.Title, "H1", 0);

    public static IReadOnlyList<Strip> Spaced(double before, IReadOnlyList<Strip> strips) =>
        [.. strips.Select((strip, index) => index == 0 ? strip with { SpaceBefore = before } : strip)];

    private IReadOnlyList<Strip> Heading(string words, TextStyle style, string type, double before) =>
        Spaced(before, [.. text.Strips(words, style, new Tag(type)).Select(strip => strip with { KeepWithNext = true })]);

    private List<Strip> Bullets(Bullets bullets)
    {
        const double Indent = 16;
        var strips = new List<Strip>();
        var list = new Tag("L");
        foreach (var item in bullets.Items)
        {
            var entry = new Tag("LI", list);
            var (dot, _) = text.Stack("•", TextStyle.Body, new Tag("Lbl", entry), 4, 0, Indent);
            var body = text.Strips(item, TextStyle.Body, new Tag("LBody", entry), Indent, Sheet.TextWidth - Indent);
            strips.AddRange(Spaced(strips.Count == 0 ? 6 : 3, [body[0] with { Marks = [.. dot, .. body[0].Marks] }, .. body.Skip(1)]));
        }

        return strips;
    }

    /// <summary>The text comes before the figure, because PDFsharp nests a figure incorrectly when it opens a page.</summary>
    private Strip[] Code(QrCode code)
    {
        const double Size = 92;
        var figure = new Tag("Figure", alternative: code.Caption);
        var (caption, height) = text.Stack(code.Caption, TextStyle.Body, new Tag("P"), Size + 18, 4, Sheet.TextWidth - Size - 18);
        return [new Strip(Math.Max(Size, height + 4), [.. caption, new CodeMark(figure, code.Text, 0, 0, Size)]) { SpaceBefore = 12 }];
    }
}
