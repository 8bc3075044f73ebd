using Portal.Domain.Paper.Drawing;
using Portal.Domain.Paper.Fonts;

namespace Portal.Domain.Paper.Layout;

/// <summary>Lays out a document as pages of marks. All decisions are made here; the painter only draws.</summary>
internal static class PaperLayout
{
    public static IReadOnlyList<PaperPage> Pages(PaperDocument paper, FontFiles fonts)
    {
        var top = Sheet.Top(paper.CornerCode is not null);
        var text = new TextSetter(new FontRuns(fonts));
        var blocks = new BlockSetter(text, paper.Words, Sheet.Bottom - top);
        var furniture = new PageFurniture(paper, text);
        List<PaperPage> pages = [];
        var foreign = new HashSet<int>();
        var letterheadAt = -1;
        foreach (var (run, name, pdf) in Runs(paper.Blocks))
        {
            if (pdf is not null)
            {
                foreign.UnionWith(Enumerable.Range(pages.Count, pdf.Pages.Count));
                pages.AddRange(pdf.Pages.Select((size, index) =>
                    new PaperPage(size.Width, size.Height, [new PageMark(FigureOf(name, index, pdf, paper.Words), pdf, index)])));
                continue;
            }

            var first = letterheadAt < 0;
            letterheadAt = first ? pages.Count : letterheadAt;
            Strip[] strips = [.. first && paper.ShowsTitle ? blocks.Title(paper.Title) : [], .. Strips(run, blocks)];
            pages.AddRange(Paginator.Pages(strips, first ? furniture.Letterhead().Bottom : top, top)
                .Select(marks => new PaperPage(Sheet.Width, Sheet.Height, marks)));
        }

        return [.. pages.Select((page, index) => foreign.Contains(index) ? page with { Marks = [.. page.Marks, .. furniture.OnForeign(index + 1, pages.Count, page)] } : page with
        {
            Marks =
            [
                .. ArtifactsFirst(
                [
                    .. furniture.Around(index + 1, pages.Count, running: index != letterheadAt),
                    .. index == letterheadAt ? furniture.Letterhead().Marks : [],
                    .. page.Marks,
                ]),
            ],
        })];
    }

    /// <summary>Groups of blocks that are set together. A block with its own pages is a group of its own.</summary>
    private static IEnumerable<(IReadOnlyList<PaperBlock> Blocks, string Name, ForeignPdf? Pdf)> Runs(IReadOnlyList<PaperBlock> blocks)
    {
        List<PaperBlock> run = [];
        var onNewPage = false;
        foreach (var block in blocks)
        {
            // A block after imported pages starts a new page anyway.
            if (onNewPage && run.Count == 0 && block is PageBreak)
                continue;
            if (block is not PdfPages pages || ForeignPdf.Read(pages.Pdf) is not { } pdf)
            {
                run.Add(block);
                continue;
            }

            if (run.Count > 0)
                yield return (run, "", null);
            (run, onNewPage) = ([], true);
            yield return ([], pages.Name, pdf);
        }

        if (run.Count > 0 || blocks.Count == 0)
            yield return (run, "", null);
    }

    private static Tag FigureOf(string name, int index, ForeignPdf pdf, PaperWords words) =>
        new("Figure", alternative: PrintableText.Clean(words.PageOf(name, index + 1, pdf.Pages.Count)));

    /// <summary>The paragraph before a signature, which says who declares what, stays on the same page as the signature.</summary>
    private static IEnumerable<Strip> Strips(IReadOnlyList<PaperBlock> blocks, BlockSetter setter)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            var strips = setter.Strips(blocks[index]);
            var signed = blocks[index] is Paragraph && index + 1 < blocks.Count && blocks[index + 1] is SignatureBlock;
            foreach (var strip in signed ? strips.Select(strip => strip with { KeepWithNext = true }) : strips)
                yield return strip;
        }
    }

    private static IEnumerable<Mark> ArtifactsFirst(IReadOnlyList<Mark> marks) => marks.OrderBy(mark => mark.Tag is not null);
}
