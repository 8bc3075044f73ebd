namespace Portal.Domain.Paper.Forms;

/// <summary>
/// The PDF matrix that places something drawn upright, from the bottom left of its own rectangle, rotated in a box on the page.
/// Pages and fields rotate only by quarter turns.
/// </summary>
internal readonly record struct Turn(double A, double B, double C, double D, double E, double F)
{
    /// <param name="box">The target box.</param>
    /// <param name="degrees">Any multiple of 90, counterclockwise. A page rotated by /Rotate needs its drawing rotated by the same amount.</param>
    public static Turn Into(Box box, int degrees) => Quarters(degrees) switch
    {
        1 => new Turn(0, 1, -1, 0, box.Right, box.Bottom),
        2 => new Turn(-1, 0, 0, -1, box.Right, box.Top),
        3 => new Turn(0, -1, 1, 0, box.Left, box.Top),
        _ => new Turn(1, 0, 0, 1, box.Left, box.Bottom),
    };

    /// <summary>The width and height of the box as displayed.</summary>
    public static (double Width, double Height) Upright(Box box, int degrees) =>
        Quarters(degrees) % 2 == 0 ? (box.Width, box.Height) : (box.Height, box.Width);

    /// <summary>The position of a page point as displayed.</summary>
    public (double X, double Y) Back(double x, double y)
    {
        // The matrices above all have determinant 1.
        var (dx, dy) = (x - E, y - F);
        return ((D * dx) - (C * dy), (A * dy) - (B * dx));
    }

    private static int Quarters(int degrees) => ((degrees / 90 % 4) + 4) % 4;
}
