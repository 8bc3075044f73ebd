using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Portal.BackOffice.Security;

/// <summary>A QR code as inline SVG, so the secret never ends up in an image file.</summary>
public static class QrPicture
{
    /// <summary>Dark squares on white with a four-module quiet zone. The text next to it says the same.</summary>
    public static IHtmlContent Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var side = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                if (code.ModuleMatrix[y][x])
                    path.Append($"M{x} {y}h1v1h-1z");
        return new HtmlString(
            $"<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" width=\"220\" height=\"220\" shape-rendering=\"crispEdges\" aria-hidden=\"true\">"
            + $"<rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>");
    }
}
