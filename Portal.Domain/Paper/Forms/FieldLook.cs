using System.Globalization;
using System.Text.RegularExpressions;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Portal.Domain.Paper.Forms;

/// <summary>The appearance of a field in one place, as the form specifies it.</summary>
internal sealed partial record FieldLook
{
    /// <summary>The size as displayed, in points.</summary>
    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>The counterclockwise rotation that makes text upright, in degrees.</summary>
    public required int Degrees { get; init; }

    /// <summary>The font size in points; 0 for automatic.</summary>
    public double Size { get; init; }

    /// <summary>0 left, 1 centered, 2 right.</summary>
    public int Align { get; init; }

    public bool Multiline { get; init; }

    public int? MaxLength { get; init; }

    public bool Comb { get; init; }

    public double Border { get; init; }

    public XColor? Edge { get; init; }

    public XColor? Back { get; init; }

    public static FieldLook Of(FormNode node, FormField field, FormWidget widget)
    {
        var own = widget.Dictionary.Dictionary("/MK");
        // If a page is rotated and its field doesn't specify a rotation, the field follows the page.
        var degrees = own?.Whole("/R") ?? widget.Page.Degrees;
        var (width, height) = Turn.Upright(widget.Box, degrees);
        var edge = ColorOf(own?.Array("/BC"));
        var appearance = widget.Dictionary.Text("/DA") ?? PdfValues.TextOf(node.InheritedOrCommon("/DA")) ?? "";
        return new FieldLook
        {
            Width = width,
            Height = height,
            Degrees = degrees,
            Size = FontSize().Match(appearance) is { Success: true } found
                && double.TryParse(found.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && size is > 1 and < 200 ? size : 0,
            Align = widget.Dictionary.Whole("/Q") ?? PdfValues.WholeOf(node.InheritedOrCommon("/Q")) ?? 0,
            Multiline = field.Multiline,
            MaxLength = field.MaxLength,
            Comb = field.Comb,
            Edge = edge,
            Back = ColorOf(own?.Array("/BG")),
            Border = edge is null ? 0 : Math.Clamp(widget.Dictionary.Dictionary("/BS")?.Number("/W") ?? 1, 0, 10),
        };
    }

    private static XColor? ColorOf(PdfArray? parts) => parts.Items().Select(item => Math.Clamp(PdfValues.NumberOf(item) ?? 0, 0, 1)).ToList() switch
    {
        [var gray] => XColor.FromArgb(Byte(gray), Byte(gray), Byte(gray)),
        [var red, var green, var blue] => XColor.FromArgb(Byte(red), Byte(green), Byte(blue)),
        [var cyan, var magenta, var yellow, var black] =>
            XColor.FromArgb(Byte((1 - cyan) * (1 - black)), Byte((1 - magenta) * (1 - black)), Byte((1 - yellow) * (1 - black))),
        _ => null,
    };

    private static int Byte(double share) => (int)Math.Round(share * 255);

    [GeneratedRegex(@"([-+]?\d*\.?\d+)\s+Tf\b")]
    private static partial Regex FontSize();
}
