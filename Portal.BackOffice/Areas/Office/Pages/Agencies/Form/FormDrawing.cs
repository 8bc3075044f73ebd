using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using Portal.Domain.Paper.Forms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>A numbered box on the drawing of a form.</summary>
/// <param name="Mark">The number, same as in the list next to it.</param>
/// <param name="Place">Position on the page.</param>
/// <param name="Target">Address of its row in the list.</param>
/// <param name="IsDecided">Whether the field's content has been decided.</param>
public sealed record DrawnField(string Mark, FieldPlace Place, string Target, bool IsDecided);

/// <summary>
/// A form page as inline SVG: attributes only, no styles or scripts. Hidden from screen readers because the list next
/// to it has the same information.
/// </summary>
public static class FormDrawing
{
    /// <summary>Draws words, lines, and numbered boxes. Clicking a box goes to its row.</summary>
    public static IHtmlContent Draw(FormPageSize page, FormPicture? picture, IEnumerable<DrawnField> fields)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"form-page\" viewBox=\"0 0 {page.Width} {page.Height}\" aria-hidden=\"true\" focusable=\"false\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{page.Width}\" height=\"{page.Height}\" fill=\"#fff\"/>");
        if (picture is not null)
            Draw(svg, picture);
        foreach (var field in fields)
            Draw(svg, field);
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Draw(StringBuilder svg, FormPicture picture)
    {
        foreach (var shade in picture.Shades)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{shade.X}\" y=\"{shade.Y}\" width=\"{shade.Width}\" height=\"{shade.Height}\" fill=\"#e9ecf0\"/>");
        foreach (var image in picture.Images)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{image.X}\" y=\"{image.Y}\" width=\"{image.Width}\" height=\"{image.Height}\"");
            svg.Append(" fill=\"#eef1f5\" stroke=\"#c6ced9\" stroke-width=\".5\"/>");
        }

        if (picture.Lines.Count > 0)
        {
            svg.Append("<path fill=\"none\" stroke=\"#8893a3\" stroke-width=\".6\" d=\"");
            foreach (var line in picture.Lines)
                svg.Append(CultureInfo.InvariantCulture, $"M{line.X1} {line.Y1}L{line.X2} {line.Y2}");
            svg.Append("\"/>");
        }

        svg.Append("<g fill=\"#1b2636\" font-family=\"sans-serif\">");
        foreach (var word in picture.Words)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{word.X}\" y=\"{word.Y}\" font-size=\"{word.Size}\"");
            if (word.Width > 0)
                svg.Append(CultureInfo.InvariantCulture, $" textLength=\"{word.Width}\" lengthAdjust=\"spacingAndGlyphs\"");
            if (word.Degrees != 0)
                svg.Append(CultureInfo.InvariantCulture, $" transform=\"rotate({word.Degrees} {word.X} {word.Y})\"");
            svg.Append('>').Append(WebUtility.HtmlEncode(Printable(word.Text))).Append("</text>");
        }

        svg.Append("</g>");
    }

    private static void Draw(StringBuilder svg, DrawnField field)
    {
        var place = field.Place;
        var size = Math.Clamp(Math.Min(place.Height, 13), 8, 13);
        var label = Math.Max(size, (0.62 * size * field.Mark.Length) + 4);
        // A number would cover a small box, so it goes to the left.
        var left = place.Width > label + 8 ? place.X : Math.Max(0, place.X - label - 1);
        var top = place.Y + Math.Max(0, (place.Height - size) / 2);
        var (fill, stroke, dashes) = field.IsDecided ? ("#dcebe1", "#1f6b3a", "") : ("#fff1de", "#8a4300", " stroke-dasharray=\"3 2\"");
        svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{field.Target}\" tabindex=\"-1\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{place.X}\" y=\"{place.Y}\" width=\"{place.Width}\" height=\"{place.Height}\"");
        svg.Append(CultureInfo.InvariantCulture, $" fill=\"{fill}\" fill-opacity=\".75\" stroke=\"{stroke}\" stroke-width=\"1\"{dashes}/>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left:0.##}\" y=\"{top:0.##}\" width=\"{label:0.##}\" height=\"{size:0.##}\"");
        svg.Append(CultureInfo.InvariantCulture, $" rx=\"2\" fill=\"{stroke}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + (label / 2):0.##}\" y=\"{top + (0.76 * size):0.##}\" font-size=\"{0.78 * size:0.##}\"");
        svg.Append(" font-weight=\"700\" font-family=\"sans-serif\" text-anchor=\"middle\" fill=\"#fff\"");
        svg.Append(CultureInfo.InvariantCulture, $">{field.Mark}</text></a>");
    }

    private static string Printable(string text) => string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF')));
}
