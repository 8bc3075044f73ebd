namespace Portal.Domain.Paper.Layout;

/// <summary>Stacks strips into pages, and moves strips that belong together as one.</summary>
internal static class Paginator
{
    /// <summary>At least one page. Each list has the marks of one page, in sheet coordinates.</summary>
    public static IReadOnlyList<IReadOnlyList<Mark>> Pages(IReadOnlyList<Strip> strips, double firstTop, double top)
    {
        List<List<Mark>> pages = [[]];
        var y = firstTop;
        var fresh = true;
        for (var start = 0; start < strips.Count;)
        {
            var end = EndOfChain(strips, start, Sheet.Bottom - top);
            if (!fresh && y + HeightOf(strips, start, end) > Sheet.Bottom)
                NewPage();
            for (; start < end; start++)
            {
                var strip = strips[start];
                y += fresh ? 0 : strip.SpaceBefore;
                var at = y;
                pages[^1].AddRange(strip.Marks.Select(mark => mark.MovedBy(Sheet.Left, at)));
                y += strip.Height;
                fresh = fresh && strip.Height == 0;
                if (strip.EndsPage)
                    NewPage();
            }
        }

        return pages;

        void NewPage()
        {
            pages.Add([]);
            y = top;
            fresh = true;
        }
    }

    /// <summary>The end of the strips that must stay together from start. Only the first one when no page could fit them all.</summary>
    private static int EndOfChain(IReadOnlyList<Strip> strips, int start, double room)
    {
        var end = start + 1;
        while (end < strips.Count && strips[end - 1].KeepWithNext)
            end++;
        return HeightOf(strips, start, end) > room ? start + 1 : end;
    }

    private static double HeightOf(IReadOnlyList<Strip> strips, int start, int end)
    {
        var height = strips[start].SpaceBefore + strips[start].Height;
        for (var index = start + 1; index < end; index++)
            height += strips[index].SpaceBefore + strips[index].Height;
        return height;
    }
}
