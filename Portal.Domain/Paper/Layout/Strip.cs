namespace Portal.Domain.Paper.Layout;

/// <summary>A horizontal band that's never split across pages, usually one line of text.</summary>
internal sealed record Strip(double Height, IReadOnlyList<Mark> Marks)
{
    /// <summary>Space above it; left out at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Whether it must be on the same page as the next strip, if both fit on a page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Whether the next strip starts a new page.</summary>
    public bool EndsPage { get; init; }
}
