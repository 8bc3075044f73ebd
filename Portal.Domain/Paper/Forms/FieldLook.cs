using System.Globalization;
using System.Text.RegularExpressions;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Portal.Domain.Paper.Forms;

/// <summary>What a form says about the look of one of its fields in one place.</summary>
internal sealed partial record FieldLook
{
    /// <summary>As the one who reads it sees it, in points.</summary>
    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>By how much text has to be turned against the clock to stand upright.</summary>
    public required int Degrees { get; init; }

    /// <summary>Points; 0 leaves it to whoever fills the form.</summary>
    public double Size { get; init; }

    /// <summary>0 left, 1 in the middle, 2 right.</summary>
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
        // Who turns a page and does not say how its fields are turned wants them read like the rest of it.
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
