using System.Collections;
using QRCoder;

namespace Portal.Domain.Paper.Drawing;

/// <summary>The dark parts of a QR code as a small number of rectangles, in modules from the top left.</summary>
internal static class QrModules
{
    /// <summary>Error correction level M (15%), which survives a photographed fold.</summary>
    public static (IReadOnlyList<(int X, int Y, int Width, int Height)> Rectangles, int Side) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        const int QuietZone = 4;
        var side = code.ModuleMatrix.Count - (2 * QuietZone);
        var rectangles = new List<(int X, int Y, int Width, int Height)>();
        for (var y = 0; y < side; y++)
        {
            foreach (var (x, width) in DarkStretches(code.ModuleMatrix[y + QuietZone], QuietZone, side))
            {
                var above = rectangles.FindIndex(r => r.X == x && r.Width == width && r.Y + r.Height == y);
                if (above < 0)
                    rectangles.Add((x, y, width, 1));
                else
                    rectangles[above] = rectangles[above] with { Height = rectangles[above].Height + 1 };
            }
        }

        return (rectangles, side);
    }

    private static IEnumerable<(int X, int Width)> DarkStretches(BitArray row, int offset, int side)
    {
        for (var x = 0; x < side; x++)
        {
            var start = x;
            while (x < side && row[x + offset])
                x++;
            if (x > start)
                yield return (start, x - start);
        }
    }
}
