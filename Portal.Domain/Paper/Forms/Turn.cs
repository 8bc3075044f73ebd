namespace Portal.Domain.Paper.Forms;

/// <summary>
/// How something drawn upright, from the bottom left of its own rectangle, comes to stand turned in a box of the page:
/// the matrix of a PDF. Pages and fields both turn by quarters only.
/// </summary>
internal readonly record struct Turn(double A, double B, double C, double D, double E, double F)
{
    /// <param name="box">Where it stands.</param>
    /// <param name="degrees">Any multiple of 90, counted against the clock; a page turned by /Rotate needs its drawing turned by as much.</param>
    public static Turn Into(Box box, int degrees) => Quarters(degrees) switch
    {
        1 => new Turn(0, 1, -1, 0, box.Right, box.Bottom),
        2 => new Turn(-1, 0, 0, -1, box.Right, box.Top),
        3 => new Turn(0, -1, 1, 0, box.Left, box.Top),
        _ => new Turn(1, 0, 0, 1, box.Left, box.Bottom),
    };

    /// <summary>Width and height of the box as the one who reads it sees them.</summary>
    public static (double Width, double Height) Upright(Box box, int degrees) =>
        Quarters(degrees) % 2 == 0 ? (box.Width, box.Height) : (box.Height, box.Width);

    /// <summary>Where a point of the page lies for the one who reads it.</summary>
    public (double X, double Y) Back(double x, double y)
    {
        // The matrices above have a determinant of one.
        var (dx, dy) = (x - E, y - F);
        return ((D * dx) - (C * dy), (A * dy) - (B * dx));
    }

    private static int Quarters(int degrees) => ((degrees / 90 % 4) + 4) % 4;
}
