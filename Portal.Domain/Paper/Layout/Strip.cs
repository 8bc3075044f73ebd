namespace Portal.Domain.Paper.Layout;

/// <summary>A horizontal band that is never split over two pages, usually one line of text.</summary>
internal sealed record Strip(double Height, IReadOnlyList<Mark> Marks)
{
    /// <summary>Left out at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Must be on the same page as the next strip, if a page can hold both.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>The next strip begins a new page.</summary>
    public bool EndsPage { get; init; }
}
