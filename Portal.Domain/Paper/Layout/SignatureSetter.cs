namespace Portal.Domain.Paper.Layout;

/// <summary>Sets signatures and blank lines to sign on.</summary>
internal sealed class SignatureSetter(TextSetter text)
{
    private const double LineWidth = 300;
    private const double DrawingHeight = 58;

    public IReadOnlyList<Strip> Strips(SignatureBlock signature)
    {
        var (hand, y) = Hand(signature);
        var marks = new List<Mark> { new LineMark(0, LineWidth, y + 2, 0.9, Ink.Black) };
        y += 6;
        foreach (var (words, style) in new[] { (signature.Name, TextStyle.Strong), (signature.Capacity, TextStyle.Body), (signature.Date, TextStyle.Body) })
        {
            if (!string.IsNullOrWhiteSpace(words))
            {
                var (lines, height) = text.Stack(words, style, new Tag("P"), 0, y, Sheet.TextWidth);
                marks.AddRange(lines);
                y += height;
            }
        }

        // The drawing comes last, because PDFsharp nests a figure incorrectly when it opens a page.
        return [new Strip(y, [.. marks, .. hand]) { SpaceBefore = 18 }];
    }

    public IReadOnlyList<Strip> Strips(BlankLine blank)
    {
        const double RoomToWrite = 34;
        var (label, height) = text.Stack(blank.Label, TextStyle.Label, new Tag("P"), 0, RoomToWrite + 3, Sheet.TextWidth);
        return [new Strip(RoomToWrite + 3 + height, [new LineMark(0, LineWidth, RoomToWrite, 0.9, Ink.Black), .. label])];
    }

    private (IReadOnlyList<Mark> Marks, double Height) Hand(SignatureBlock signature)
    {
        if (DrawnSignature.Read(signature.Drawing) is not { } drawing)
            return text.Stack(signature.Name, TextStyle.Script, null, 2, 0, Sheet.TextWidth);
        var (width, height) = drawing.Within(LineWidth - 20, DrawingHeight);
        var figure = new Tag("Figure", alternative: PrintableText(signature.Name));
        return ([new ImageMark(figure, drawing.Png, 8, DrawingHeight - height, width, height)], DrawingHeight);
    }

    private static string PrintableText(string name) => Fonts.PrintableText.Clean(name);
}
