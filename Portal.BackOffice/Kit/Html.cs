using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.BackOffice.Kit;

internal static class Html
{
    public static IHtmlContent Text(string text) => new HtmlContentBuilder().Append(text);

    public static TagBuilder Element(string tag, string? classes, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Element(tag, classes, [Text(text)], attributes);

    public static TagBuilder Element(
        string tag, string? classes, IEnumerable<IHtmlContent> content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = new TagBuilder(tag);
        if (tag == "input")
            element.TagRenderMode = TagRenderMode.SelfClosing;
        if (classes is not null)
            element.Attributes["class"] = classes;
        foreach (var (name, value) in attributes)
            if (value is not null)
                element.Attributes[name] = value;
        foreach (var part in content)
            element.InnerHtml.AppendHtml(part);
        return element;
    }
}
