using System.Globalization;
using Portal.Domain.Paper.Drawing;

namespace Portal.Domain.Paper.Layout;

/// <summary>What surrounds the content on every page: letterhead, footer, and corner code. Not read aloud on each page.</summary>
internal sealed class PageFurniture(PaperDocument paper, TextSetter text)
{
    private const double HeaderTop = 34;
    private const double SealSize = 48;
    private const double SealGap = 10;
    private const double ForeignLeft = 18;
    private const double ForeignFoot = 16;
    private readonly double _headerWidth = Sheet.TextWidth - (paper.CornerCode is null ? 0 : Sheet.CornerCodeSize + 16);

    /// <summary>The letterhead of the first page, which is part of the reading order.</summary>
    public (IReadOnlyList<Mark> Marks, double Bottom) Letterhead()
    {
        var marks = new List<Mark>();
        var (y, left) = (HeaderTop, Sheet.Left);
        if (paper.Seal is { } seal && PrintablePicture.Read(seal) is { } picture)
        {
            var scale = Math.Min(SealSize / picture.Width, SealSize / picture.Height);
            marks.Add(new ImageMark(null, picture.Image, left, y, picture.Width * scale, picture.Height * scale) { Turn = picture.Turn });
            left += SealSize + SealGap;
        }

        var sealBottom = marks.Count > 0 ? y + SealSize + SealGap : 0;
        foreach (var (words, style) in new[] { (paper.Issuer, TextStyle.Issuer), (paper.IssuerDetail, TextStyle.Small) })
        {
            if (!string.IsNullOrWhiteSpace(words))
            {
                var (lines, height) = text.Stack(words, style, new Tag("P"), left, y, _headerWidth - (left - Sheet.Left));
                marks.AddRange(lines);
                y += height;
            }
        }

        if (marks.Count == 0)
            return (marks, Sheet.Top(paper.CornerCode is not null) - 16);
        y = Math.Max(Math.Max(y, sealBottom), Sheet.Top(paper.CornerCode is not null) - 16);
        marks.Add(new LineMark(Sheet.Left, Sheet.Right, y, 1.5, Ink.Navy));
        return (marks, y + 22);
    }

    /// <param name="page">The page number, from 1.</param>
    /// <param name="pages">The number of pages.</param>
    /// <param name="running">Whether to repeat the letterhead in small type, as on all pages but the first.</param>
    public IEnumerable<Mark> Around(int page, int pages, bool running)
    {
        yield return new LineMark(Sheet.Left, Sheet.Right, Sheet.Height - 58, 0.5, Ink.Hairline);
        if (paper.CornerCode is { } code)
            yield return new CodeMark(null, code, Sheet.Right - Sheet.CornerCodeSize, Sheet.CornerCodeTop, Sheet.CornerCodeSize);
        if (running)
        {
            var y = Sheet.Top(paper.CornerCode is not null) - 16;
            var line = string.IsNullOrWhiteSpace(paper.Issuer) ? paper.Title : $"{paper.Issuer} · {paper.Title}";
            foreach (var mark in text.OneLine(line, TextStyle.Small, null, Sheet.Left, y - 18, _headerWidth))
                yield return mark;
            yield return new LineMark(Sheet.Left, Sheet.Right, y, 0.5, Ink.Hairline);
        }

        var foot = $"{paper.Reference} · {paper.Words.Page(page, pages)}";
        foreach (var mark in text.OneLine(foot, TextStyle.Small, null, Sheet.Left, Sheet.Height - 52, Sheet.TextWidth))
            yield return mark;
    }

    /// <summary>The reference and the page number at the foot of a page of another PDF, where the document asks for it.</summary>
    public IEnumerable<Mark> OnForeign(int page, int pages, PaperPage sheet) => paper.NumbersForeignPages
        ? text.OneLine($"{paper.Reference} · {paper.Words.Page(page, pages)}", TextStyle.Small, null, ForeignLeft, sheet.Height - ForeignFoot, sheet.Width - (2 * ForeignLeft))
        : [];
}
