using Portal.Domain.Platform.Pdf.Fonts;

namespace Portal.Domain.Platform.Pdf.Layout;

/// <summary>Paper to pages of marks: everything is decided here, the painter only draws.</summary>
internal static class PaperLayout
{
    public static IReadOnlyList<IReadOnlyList<Mark>> Pages(Paper paper, FontFiles fonts)
    {
        var text = new TextSetter(new FontRuns(fonts));
        var blocks = new BlockSetter(text);
        var furniture = new PageFurniture(paper, text);
        var (letterhead, firstTop) = furniture.Letterhead();
        Strip[] strips = [.. blocks.Title(paper.Title), .. Strips(paper.Blocks, blocks)];
        var pages = Paginator.Pages(strips, firstTop, Sheet.Top(paper.CornerCode is not null));
        return [.. pages.Select((marks, index) => (IReadOnlyList<Mark>)
            [.. ArtifactsFirst([.. furniture.Around(index + 1, pages.Count), .. index == 0 ? letterhead : [], .. marks])])];
    }

    /// <summary>What says who declares what belongs on the page of the signature.</summary>
    private static IEnumerable<Strip> Strips(IReadOnlyList<PaperBlock> blocks, BlockSetter setter)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            var strips = setter.Strips(blocks[index]);
            var signed = blocks[index] is Paragraph && index + 1 < blocks.Count && blocks[index + 1] is SignatureBlock;
            foreach (var strip in signed ? strips.Select(strip => strip with { KeepWithNext = true }) : strips)
            {
                yield return strip;
            }
        }
    }

    private static IEnumerable<Mark> ArtifactsFirst(IReadOnlyList<Mark> marks) => marks.OrderBy(mark => mark.Tag is not null);
}
