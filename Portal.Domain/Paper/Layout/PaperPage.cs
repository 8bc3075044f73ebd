namespace Portal.Domain.Paper.Layout;

/// <summary>One sheet and what is drawn on it; sizes in points.</summary>
internal sealed record PaperPage(double Width, double Height, IReadOnlyList<Mark> Marks);
