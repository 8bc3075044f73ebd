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
        Strip[] strips = [.. blocks.Title(paper.Title), .. paper.Blocks.SelectMany(blocks.Strips)];
        var pages = Paginator.Pages(strips, firstTop, Sheet.Top(paper.CornerCode is not null));
        return [.. pages.Select((marks, index) => (IReadOnlyList<Mark>)
            [.. index == 0 ? letterhead : [], .. marks, .. furniture.Around(index + 1, pages.Count)])];
    }
}
