using Portal.Domain.Paper.Drawing;
using Portal.Domain.Paper.Fonts;

namespace Portal.Domain.Paper.Layout;

/// <summary>One item drawn on the page. Positions are in points from the top left of its container.</summary>
/// <param name="Tag">Its place in the reading order; null for decoration that isn't read aloud.</param>
internal abstract record Mark(Tag? Tag)
{
    public abstract Mark MovedBy(double x, double y);
}

internal sealed record TextMark(Tag? Tag, FontRun Run, TextStyle Style, double X, double Baseline) : Mark(Tag)
{
    public override Mark MovedBy(double x, double y) => this with { X = X + x, Baseline = Baseline + y };
}

internal sealed record LineMark(double X1, double X2, double Y, double Thickness, Ink Ink) : Mark((Tag?)null)
{
    public override Mark MovedBy(double x, double y) => this with { X1 = X1 + x, X2 = X2 + x, Y = Y + y };
}

internal sealed record CodeMark(Tag? Tag, string Text, double X, double Y, double Size) : Mark(Tag)
{
    public override Mark MovedBy(double x, double y) => this with { X = X + x, Y = Y + y };
}

/// <param name="Image">PNG or JPEG.</param>
/// <param name="X">The left edge.</param>
/// <param name="Y">The upper edge.</param>
/// <param name="Width">After rotation.</param>
/// <param name="Height">After rotation.</param>
internal sealed record ImageMark(Tag? Tag, byte[] Image, double X, double Y, double Width, double Height) : Mark(Tag)
{
    /// <summary>The EXIF orientation, 1 to 8; 1 is upright.</summary>
    public byte Turn { get; init; } = 1;

    public override Mark MovedBy(double x, double y) => this with { X = X + x, Y = Y + y };
}

/// <summary>A whole page of another PDF, as large as its sheet.</summary>
internal sealed record PageMark(Tag? Tag, ForeignPdf Pdf, int Index) : Mark(Tag)
{
    public override Mark MovedBy(double x, double y) => this;
}
